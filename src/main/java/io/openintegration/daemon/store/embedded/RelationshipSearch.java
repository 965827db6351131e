package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.RelationshipQuery.Ends;
import io.openintegration.daemon.metadata.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds relationships by conditions, as {@link ElementSearch} does elements. */
final class RelationshipSearch {

    private static final int PORTION = 500;

    private final String table;
    private final String elementTable;
    private final RelationshipQueries relationships;

    RelationshipSearch(SchemaName schema, RelationshipQueries relationships) {
        this.table = schema.table("relationship");
        this.elementTable = schema.table("element");
        this.relationships = relationships;
    }

    /** In the sequence that is asked for. */
    List<Relationship> find(Handle handle, RelationshipQuery query) {
        Candidates candidates = Candidates.relationships(query.where());
        return candidates.exact() && query.sequence().by() != Sequence.By.PROPERTY
                ? rows(
                        handle,
                        query,
                        candidates,
                        Optional.empty(),
                        Sorting.of(query.sequence()) + " OFFSET "
                                + query.paging().startFrom() + " ROWS FETCH FIRST "
                                + query.paging().pageSize() + " ROWS ONLY")
                : load(handle, chosen(handle, query, candidates));
    }

    private List<Guid> chosen(Handle handle, RelationshipQuery query, Candidates candidates) {
        BestRanks best = new BestRanks(query.sequence(), query.paging());
        Optional<UUID> last = Optional.empty();
        List<Relationship> portion;
        do {
            portion = rows(handle, query, candidates, last, " ORDER BY guid FETCH FIRST " + PORTION + " ROWS ONLY");
            portion.stream()
                    .filter(query.where()::holds)
                    .forEach(link -> best.offer(query.sequence().rank(link)));
            if (!portion.isEmpty()) {
                last = Optional.of(GuidColumn.of(portion.get(portion.size() - 1).guid()));
            }
        } while (portion.size() == PORTION);
        return best.page();
    }

    private List<Relationship> load(Handle handle, List<Guid> guids) {
        Map<Guid, Relationship> found = relationships.byGuids(handle, guids).stream()
                .collect(Collectors.toMap(Relationship::guid, Function.identity()));
        return guids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private List<Relationship> rows(
            Handle handle, RelationshipQuery query, Candidates candidates, Optional<UUID> last, String tail) {
        List<String> conditions = new ArrayList<>();
        query.type().ifPresent(type -> conditions.add("type_name = :type"));
        last.ifPresent(guid -> conditions.add("guid > :last"));
        conditions.addAll(ends(query.ends()));
        if (!query.forLineage()) {
            conditions.add("NOT EXISTS (SELECT 1 FROM " + elementTable
                    + " e WHERE e.guid IN (r.end1, r.end2) AND e.archived_with IS NOT NULL)");
        }
        if (!candidates.sql().isEmpty()) {
            conditions.add("(" + candidates.sql() + ")");
        }
        Query select = handle.createQuery("SELECT r.* FROM " + table + " r"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)) + tail);
        query.type().ifPresent(type -> select.bind("type", type.value()));
        last.ifPresent(guid -> select.bind("last", guid));
        bind(select, "ones", query.ends().end1());
        bind(select, "twos", query.ends().end2());
        candidates.bind(select);
        return select.map((row, context) -> Rows.relationship(row)).list();
    }

    private static List<String> ends(Ends ends) {
        boolean ones = !ends.end1().isEmpty();
        boolean twos = !ends.end2().isEmpty();
        if (!ones && !twos) {
            return List.of();
        }
        String either = at("end1", ones, "end2", twos, " OR ");
        String both = at("end1", ones, "end2", twos, " AND ");
        return List.of(
                switch (ends.rule()) {
                    case BOTH -> both;
                    case ONE -> either;
                    case NEITHER -> "NOT " + either;
                    case EITHER_WAY -> "(" + both + " OR " + at("end2", ones, "end1", twos, " AND ") + ")";
                });
    }

    private static String at(String first, boolean ones, String second, boolean twos, String operator) {
        String one = first + " = ANY(:ones)";
        String two = second + " = ANY(:twos)";
        return "(" + (ones && twos ? one + operator + two : ones ? one : two) + ")";
    }

    private static void bind(Query select, String parameter, Collection<Guid> guids) {
        if (!guids.isEmpty()) {
            select.bind(parameter, new UuidArray(GuidColumn.possible(guids)));
        }
    }
}
