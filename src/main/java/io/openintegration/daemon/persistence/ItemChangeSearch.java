package io.openintegration.daemon.persistence;

import io.openintegration.daemon.reconcile.ChangeQuery;
import io.openintegration.daemon.reconcile.NumberedChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statement for a query of a list of changes: only the criteria that are given. */
final class ItemChangeSearch {

    private final StringBuilder conditions = new StringBuilder("list_id = :list AND number > :after");
    private final Map<String, Object> values = new LinkedHashMap<>();

    ItemChangeSearch(UUID list, ChangeQuery query) {
        values.put("list", list);
        values.put("after", query.after());
        values.put("limit", query.limit());
        query.action().ifPresent(action -> and("action = :action", "action", action.name()));
        query.type().ifPresent(type -> and("type_name = :type", "type", StorableText.escaped(type.value())));
        query.text()
                .ifPresent(text ->
                        and("name_folded LIKE :pattern ESCAPE '!'", "pattern", AuditRecordSearch.containing(text)));
    }

    List<NumberedChange> run(Handle handle) {
        return handle.createQuery("SELECT * FROM \"daemon\".item_change WHERE " + conditions
                        + " ORDER BY number FETCH FIRST :limit ROWS ONLY")
                .bindMap(values)
                .map((row, context) -> ItemChangeRow.read(row))
                .list();
    }

    private void and(String condition, String name, Object value) {
        conditions.append(" AND ").append(condition);
        values.put(name, value);
    }
}
