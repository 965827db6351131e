package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads relationships of one metadata server. */
final class RelationshipQueries {

    private static final String ELEMENT_COLUMNS = List.of(
                    "guid",
                    "type_name",
                    "properties",
                    "classifications",
                    "anchor_guid",
                    "archived_with",
                    "source_guid",
                    "source_name",
                    "created_by",
                    "updated_by",
                    "create_time",
                    "update_time",
                    "version",
                    "revision")
            .stream()
            .map(column -> "e." + column + " AS e_" + column)
            .reduce((left, right) -> left + ", " + right)
            .orElseThrow();

    private final String table;
    private final String elementTable;

    RelationshipQueries(SchemaName schema) {
        this.table = schema.table("relationship");
        this.elementTable = schema.table("element");
    }

    List<Relationship> byGuids(Handle handle, Collection<Guid> guids) {
        List<Relationship> found = new ArrayList<>();
        for (List<UUID> chunk : Chunks.of(GuidColumn.possible(guids))) {
            handle.createQuery("SELECT * FROM " + table + " WHERE guid = ANY(:values)")
                    .bind("values", new UuidArray(chunk))
                    .map((row, context) -> Rows.relationship(row))
                    .forEach(found::add);
        }
        return found;
    }

    Optional<Relationship> link(Handle handle, TypeName type, Guid end1, Guid end2) {
        return handle.createQuery("SELECT * FROM " + table
                        + " WHERE end1 = :end1 AND type_name = :type AND end2 = :end2 ORDER BY guid"
                        + " FETCH FIRST 1 ROWS ONLY")
                .bind("end1", GuidColumn.of(end1))
                .bind("type", type.value())
                .bind("end2", GuidColumn.of(end2))
                .map((row, context) -> Rows.relationship(row))
                .findFirst();
    }

    List<RelatedElement> related(Handle handle, RelatedQuery query) {
        List<String> directions = new ArrayList<>();
        if (query.startingAtEnd() != 2) {
            directions.add(direction("end1", "end2", 0));
        }
        if (query.startingAtEnd() != 1) {
            directions.add(direction("end2", "end1", 1));
        }
        List<String> conditions = new ArrayList<>();
        query.relationshipType().ifPresent(type -> conditions.add("r.type_name = :type"));
        if (!query.forLineage()) {
            conditions.add("e.archived_with IS NULL");
        }
        Query select = handle.createQuery("SELECT r.*, " + ELEMENT_COLUMNS + " FROM ("
                + String.join(" UNION ALL ", directions) + ") r JOIN " + elementTable + " e ON e.guid = r.neighbour"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + Sorting.of(query.sequence(), "r.")
                + ", r.neighbour_end OFFSET :start ROWS FETCH FIRST :size ROWS ONLY");
        query.relationshipType().ifPresent(type -> select.bind("type", type.value()));
        return select.bind("element", GuidColumn.of(query.element()))
                .bind("start", query.paging().startFrom())
                .bind("size", query.paging().pageSize())
                .map((row, context) -> new RelatedElement(
                        Rows.relationship(row), Rows.element(row, "e_").element(), row.getInt("neighbour_end") == 1))
                .list();
    }

    Map<Guid, List<Relationship>> at(Handle handle, Collection<Guid> elements, int end) {
        return at(handle, elements, end, "", select -> {});
    }

    /**
     * The type is asked for by an expression, which no index serves, so that relationships are looked up by their elements. Otherwise
     * PostgreSQL, without statistics of a table that was just filled, reads all relationships of these types.
     *
     * @param types at least one
     */
    Map<Guid, List<Relationship>> at(Handle handle, Collection<Guid> elements, int end, Set<TypeName> types) {
        return at(
                handle,
                elements,
                end,
                " AND type_name || '' IN (<types>)",
                select -> select.bindList(
                        "types", types.stream().map(TypeName::value).sorted().toList()));
    }

    private Map<Guid, List<Relationship>> at(
            Handle handle, Collection<Guid> elements, int end, String condition, Consumer<Query> binding) {
        Map<Guid, List<Relationship>> found = new HashMap<>();
        for (List<UUID> chunk : Chunks.of(GuidColumn.possible(elements))) {
            Query select = handle.createQuery("SELECT * FROM " + table + " WHERE end" + (end == 1 ? 1 : 2)
                    + " = ANY(:values)" + condition + " ORDER BY guid");
            binding.accept(select);
            select.bind("values", new UuidArray(chunk))
                    .map((row, context) -> Rows.relationship(row))
                    .forEach(link -> found.computeIfAbsent(
                                    end == 1 ? link.end1() : link.end2(), any -> new ArrayList<>())
                            .add(link));
        }
        return found;
    }

    private String direction(String own, String neighbour, int neighbourAtEnd1) {
        return "SELECT x.*, x." + neighbour + " AS neighbour, " + neighbourAtEnd1 + " AS neighbour_end FROM " + table
                + " x WHERE x." + own + " = :element";
    }
}
