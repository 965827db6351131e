package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads elements of one metadata server. */
final class ElementQueries {

    private final String table;

    ElementQueries(SchemaName schema) {
        this.table = schema.table("element");
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
