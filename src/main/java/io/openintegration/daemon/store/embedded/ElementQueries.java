package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads elements of one metadata server. */
final class ElementQueries {

    private final String table;
    private final TypeCatalogue types;

    ElementQueries(SchemaName schema, TypeCatalogue types) {
        this.table = schema.table("element");
        this.types = types;
    }

    List<StoredElement> byGuids(Handle handle, Collection<Guid> guids) {
        return in(handle, "guid", storable(guids));
    }

    List<StoredElement> byNames(Handle handle, Collection<QualifiedName> names) {
        return in(
                handle,
                "name_key",
                names.stream().map(name -> Digest.key(name.value())).toList());
    }

    List<StoredElement> anchoredTo(Handle handle, Guid anchor) {
        return in(handle, "anchor_guid", List.of(anchor.value()));
    }

    Map<Guid, Long> versions(Handle handle, Collection<Guid> guids) {
        Map<Guid, Long> versions = new HashMap<>();
        for (List<String> chunk : Chunks.of(storable(guids))) {
            handle.createQuery("SELECT guid, version FROM " + table
                            + " WHERE guid IN (<values>) AND archived_with IS NULL")
                    .bindList("values", chunk)
                    .map((row, context) -> Map.entry(new Guid(row.getString("guid")), row.getLong("version")))
                    .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
        }
        return versions;
    }

    List<StoredElement> find(Handle handle, TextSearch search) {
        List<String> conditions = new ArrayList<>();
        if (!search.forLineage()) {
            conditions.add("archived_with IS NULL");
        }
        search.type().ifPresent(type -> conditions.add("type_name IN (<types>)"));
        if (!search.text().isEmpty()) {
            conditions.add((search.ignoreCase() ? "search_folded" : "search_text") + " LIKE :pattern ESCAPE '"
                    + SearchableText.ESCAPE + "'");
        }
        Query query = handle.createQuery("SELECT * FROM " + table
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY seq OFFSET :start ROWS FETCH FIRST :size ROWS ONLY");
        search.type().ifPresent(type -> query.bindList("types", names(type)));
        if (!search.text().isEmpty()) {
            query.bind("pattern", SearchableText.pattern(search));
        }
        return query.bind("start", search.paging().startFrom())
                .bind("size", search.paging().pageSize())
                .map((row, context) -> Rows.element(row, ""))
                .list();
    }

    /** As they would be stored: PostgreSQL fails where it is asked for text that it cannot hold. */
    static List<String> storable(Collection<Guid> guids) {
        return guids.stream().map(Guid::value).map(StorableText::of).toList();
    }

    private List<String> names(TypeName type) {
        return types.withSubTypes(type).stream().map(TypeName::value).sorted().toList();
    }

    private List<StoredElement> in(Handle handle, String column, List<String> values) {
        List<StoredElement> found = new ArrayList<>();
        for (List<String> chunk : Chunks.of(values)) {
            handle.createQuery("SELECT * FROM " + table + " WHERE " + column + " IN (<values>) ORDER BY seq")
                    .bindList("values", chunk)
                    .map((row, context) -> Rows.element(row, ""))
                    .forEach(found::add);
        }
        return found;
    }
}
