package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads elements of one metadata server. */
final class ElementQueries {

    private static final int FIRST_CHOICE = 500;

    private final String table;
    private final TypeCatalogue types;

    ElementQueries(SchemaName schema, TypeCatalogue types) {
        this.table = schema.table("element");
        this.types = types;
    }

    List<StoredElement> byGuids(Handle handle, Collection<Guid> guids) {
        return in(handle, "guid", GuidColumn.possible(guids));
    }

    List<StoredElement> byNames(Handle handle, Collection<QualifiedName> names) {
        return in(
                handle,
                "name_key",
                names.stream().map(name -> NameKey.of(name.value())).toList());
    }

    List<StoredElement> anchoredTo(Handle handle, Guid anchor) {
        return in(handle, "anchor_guid", GuidColumn.possible(List.of(anchor)));
    }

    Map<Guid, Long> versions(Handle handle, Collection<Guid> guids) {
        Map<Guid, Long> versions = new HashMap<>();
        for (List<UUID> chunk : Chunks.of(GuidColumn.possible(guids))) {
            handle.createQuery("SELECT guid, version FROM " + table
                            + " WHERE guid = ANY(:values) AND archived_with IS NULL")
                    .bind("values", new UuidArray(chunk))
                    .map((row, context) -> Map.entry(GuidColumn.read(row, "guid"), row.getLong("version")))
                    .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
        }
        return versions;
    }

    /** Where upper and lower case differ, the database only makes a first choice. */
    List<StoredElement> find(Handle handle, TextSearch search) {
        if (search.ignoreCase() || search.text().isEmpty()) {
            return page(handle, search, search.paging());
        }
        List<StoredElement> found = new ArrayList<>();
        int wanted = search.paging().startFrom() + search.paging().pageSize();
        List<StoredElement> page = List.of();
        for (int start = 0;
                found.size() < wanted && (start == 0 || page.size() == FIRST_CHOICE);
                start += page.size()) {
            page = page(handle, search, new Paging(start, FIRST_CHOICE));
            page.stream()
                    .filter(stored -> SearchableText.matches(stored.element().properties(), search))
                    .forEach(found::add);
        }
        return found.subList(Math.min(search.paging().startFrom(), found.size()), Math.min(wanted, found.size()));
    }

    private List<StoredElement> page(Handle handle, TextSearch search, Paging paging) {
        List<String> conditions = new ArrayList<>();
        if (!search.forLineage()) {
            conditions.add("archived_with IS NULL");
        }
        search.type().ifPresent(type -> conditions.add("type_name IN (<types>)"));
        if (!search.text().isEmpty()) {
            conditions.add("search_text LIKE :pattern ESCAPE '" + SearchableText.ESCAPE + "'");
        }
        Query query = handle.createQuery("SELECT * FROM " + table
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY guid OFFSET :start ROWS FETCH FIRST :size ROWS ONLY");
        search.type().ifPresent(type -> query.bindList("types", names(type)));
        if (!search.text().isEmpty()) {
            query.bind("pattern", SearchableText.pattern(search));
        }
        return query.bind("start", paging.startFrom())
                .bind("size", paging.pageSize())
                .map((row, context) -> Rows.element(row, ""))
                .list();
    }

    private List<String> names(TypeName type) {
        return types.withSubTypes(type).stream().map(TypeName::value).sorted().toList();
    }

    private List<StoredElement> in(Handle handle, String column, List<UUID> values) {
        List<StoredElement> found = new ArrayList<>();
        for (List<UUID> chunk : Chunks.of(values)) {
            handle.createQuery("SELECT * FROM " + table + " WHERE " + column + " = ANY(:values) ORDER BY guid")
                    .bind("values", new UuidArray(chunk))
                    .map((row, context) -> Rows.element(row, ""))
                    .forEach(found::add);
        }
        return found;
    }
}
