package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds elements by conditions. Where the database can judge the condition, it also sorts and cuts the page; else it hands out
 * the candidates in portions, by an index, and only where those of the page stand in the sequence is remembered.
 */
final class ElementSearch {

    /** Rows read at once. */
    private static final int PORTION = 250;

    private final String table;
    private final TypeCatalogue types;
    private final ElementQueries elements;

    ElementSearch(SchemaName schema, TypeCatalogue types, ElementQueries elements) {
        this.table = schema.table("element");
        this.types = types;
        this.elements = elements;
    }

    /** In the sequence that is asked for. */
    List<Element> find(Handle handle, ElementQuery query) {
        Candidates candidates = Candidates.elements(query.where());
        return candidates.exact() && query.sequence().by() != Sequence.By.PROPERTY
                ? page(handle, query, candidates)
                : load(handle, chosen(handle, query, candidates));
    }

    private List<Element> page(Handle handle, ElementQuery query, Candidates candidates) {
        List<String> wanted = typeNames(query);
        Query select = handle.createQuery("SELECT e.* FROM " + table + " e JOIN (SELECT guid FROM " + table
                + where(query, candidates, wanted.isEmpty() ? "" : "type_name IN (<types>)")
                + Sorting.of(query.sequence())
                + " OFFSET :start ROWS FETCH FIRST :size ROWS ONLY) page ON page.guid = e.guid");
        if (!wanted.isEmpty()) {
            select.bindList("types", wanted);
        }
        candidates.bind(select);
        Comparator<Element> order =
                Comparator.comparing(query.sequence()::rank, query.sequence().order());
        return select
                .bind("start", query.paging().startFrom())
                .bind("size", query.paging().pageSize())
                .map((row, context) -> Rows.element(row, "").element())
                .stream()
                .sorted(order)
                .toList();
    }

    private List<Guid> chosen(Handle handle, ElementQuery query, Candidates candidates) {
        BestRanks best = new BestRanks(query.sequence(), query.paging());
        List<String> wanted = typeNames(query);
        if (wanted.isEmpty()) {
            offer(handle, query, candidates, Optional.empty(), Set.of(), best);
        } else if (candidates.named()) {
            offer(handle, query, candidates, Optional.empty(), Set.copyOf(wanted), best);
        } else {
            // One type at a time: the index on type and GUID then gives the rows as they are wanted, without sorting.
            wanted.forEach(type -> offer(handle, query, candidates, Optional.of(type), Set.of(), best));
        }
        return best.page();
    }

    /**
     * @param type that the database looks for
     * @param wanted the types of which one must be the element's; none where any will do
     */
    private void offer(
            Handle handle,
            ElementQuery query,
            Candidates candidates,
            Optional<String> type,
            Set<String> wanted,
            BestRanks best) {
        Optional<UUID> last = Optional.empty();
        List<Element> portion;
        do {
            portion = portion(handle, query, candidates, type, last);
            portion.stream()
                    .filter(element ->
                            wanted.isEmpty() || wanted.contains(element.type().value()))
                    .filter(query.where()::holds)
                    .forEach(element -> best.offer(query.sequence().rank(element)));
            if (!portion.isEmpty()) {
                last = Optional.of(GuidColumn.of(portion.get(portion.size() - 1).guid()));
            }
        } while (portion.size() == PORTION);
    }

    private List<Element> portion(
            Handle handle, ElementQuery query, Candidates candidates, Optional<String> type, Optional<UUID> last) {
        String own = (type.isPresent() ? "type_name = :type" : "")
                + (type.isPresent() && last.isPresent() ? " AND " : "")
                + (last.isPresent() ? "guid > :last" : "");
        Query select = handle.createQuery("SELECT * FROM " + table + where(query, candidates, own)
                + " ORDER BY guid FETCH FIRST " + PORTION + " ROWS ONLY");
        type.ifPresent(name -> select.bind("type", name));
        last.ifPresent(guid -> select.bind("last", guid));
        candidates.bind(select);
        return select.map((row, context) -> Rows.element(row, "").element()).list();
    }

    private List<Element> load(Handle handle, List<Guid> guids) {
        Map<Guid, Element> found = elements.byGuids(handle, guids).stream()
                .map(StoredElement::element)
                .collect(Collectors.toMap(Element::guid, Function.identity()));
        return guids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private static String where(ElementQuery query, Candidates candidates, String own) {
        List<String> conditions = new ArrayList<>();
        if (!own.isEmpty()) {
            conditions.add(own);
        }
        if (!query.forLineage()) {
            conditions.add("archived_with IS NULL");
        }
        if (!candidates.sql().isEmpty()) {
            conditions.add("(" + candidates.sql() + ")");
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** None where every type will do. */
    private List<String> typeNames(ElementQuery query) {
        Collection<TypeName> wanted = query.subTypes().isEmpty()
                ? query.type().map(types::withSubTypes).orElse(Set.of())
                : query.subTypes().stream()
                        .flatMap(subType -> types.withSubTypes(subType).stream())
                        .collect(Collectors.toSet());
        return wanted.stream().map(TypeName::value).sorted().toList();
    }
}
