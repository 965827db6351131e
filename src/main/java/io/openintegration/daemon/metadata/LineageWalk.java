package io.openintegration.daemon.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows data through a metadata server, all elements of one distance together: over {@code DataFlow}, and over {@code DataMapping}
 * where that is between elements, or from a column to columns. Each element is visited once, so circles are no trouble.
 */
public final class LineageWalk {

    private static final Set<TypeName> FOLLOWED = Set.of(new TypeName("DataFlow"), new TypeName("DataMapping"));
    private static final TypeName MAPPING = new TypeName("DataMapping");

    /** As many elements are asked for in one call. */
    private static final int AT_ONCE = 1_000;

    private static final int MOST_COLUMNS = 50_000;

    private final MetadataStore store;
    private final Requester requester;

    public LineageWalk(MetadataStore store, Requester requester) {
        this.store = store;
        this.requester = requester;
    }

    /**
     * @return empty where there is no element of that name
     * @throws MetadataStoreException as the server's own methods
     */
    public Optional<LineageGraph> walk(LineageQuery query) {
        return Optional.ofNullable(store.findByQualifiedNames(requester, List.of(query.start()))
                        .get(query.start()))
                .map(start -> walk(start, query));
    }

    private LineageGraph walk(Element start, LineageQuery query) {
        int near = query.direction() == LineageQuery.Direction.DOWNSTREAM ? 1 : 2;
        Map<Guid, Integer> distances = new LinkedHashMap<>(Map.of(start.guid(), 0));
        List<Relationship> edges = new ArrayList<>();
        List<Guid> frontier = List.of(start.guid());
        boolean truncated = false;
        for (int distance = 1; distance <= query.depth() && !frontier.isEmpty(); distance++) {
            List<Guid> next = new ArrayList<>();
            for (Relationship link : links(frontier, near)) {
                Guid far = near == 1 ? link.end2() : link.end1();
                if (!distances.containsKey(far) && distances.size() == query.mostNodes()) {
                    truncated = true;
                } else {
                    edges.add(link);
                    if (distances.putIfAbsent(far, distance) == null) {
                        next.add(far);
                    }
                }
            }
            frontier = next;
        }
        Map<Guid, Element> elements = elements(distances.keySet());
        List<LineageGraph.Node> nodes = new ArrayList<>();
        distances.forEach((guid, distance) -> Optional.ofNullable(elements.get(guid))
                .ifPresent(element -> nodes.add(new LineageGraph.Node(element, distance))));
        // an element that was purged meanwhile leaves no loose end
        edges.removeIf(link -> !elements.containsKey(link.end1()) || !elements.containsKey(link.end2()));
        return query.columns()
                ? withColumns(nodes, edges, truncated)
                : new LineageGraph(nodes, edges, List.of(), List.of(), truncated);
    }

    private LineageGraph withColumns(List<LineageGraph.Node> nodes, List<Relationship> edges, boolean truncated) {
        Map<Guid, LineageGraph.Column> all = new LinkedHashMap<>();
        boolean tooMany = truncated;
        List<Guid> owners = nodes.stream().map(node -> node.element().guid()).toList();
        for (List<Guid> slice : slices(owners)) {
            for (Map.Entry<Guid, Map<String, Element>> columns :
                    lookup().columns(slice).entrySet()) {
                if (all.size() + columns.getValue().size() > MOST_COLUMNS) {
                    tooMany = true;
                } else {
                    columns.getValue()
                            .values()
                            .forEach(column ->
                                    all.put(column.guid(), new LineageGraph.Column(column, columns.getKey())));
                }
            }
        }
        List<Relationship> mappings = links(all.keySet(), 1).stream()
                .filter(link -> link.type().equals(MAPPING) && all.containsKey(link.end2()))
                .toList();
        Set<Guid> mapped = new HashSet<>();
        mappings.forEach(link -> mapped.addAll(List.of(link.end1(), link.end2())));
        all.keySet().retainAll(mapped);
        return new LineageGraph(nodes, edges, List.copyOf(all.values()), mappings, tooMany);
    }

    private ColumnLookup lookup() {
        return new ColumnLookup(guids -> relationships(guids, 1), this::elements);
    }

    private List<Relationship> links(Collection<Guid> elements, int end) {
        Map<Guid, List<Relationship>> found = relationships(elements, end);
        // in the order of the elements, so that what is left out where there is too much is always the same
        return elements.stream()
                .flatMap(element -> found.getOrDefault(element, List.of()).stream())
                .filter(link -> FOLLOWED.contains(link.type()))
                .toList();
    }

    private Map<Guid, List<Relationship>> relationships(Collection<Guid> elements, int end) {
        Map<Guid, List<Relationship>> found = new HashMap<>();
        slices(elements).forEach(slice -> found.putAll(store.relationships(requester, slice, end)));
        return found;
    }

    private Map<Guid, Element> elements(Collection<Guid> guids) {
        Map<Guid, Element> found = new HashMap<>();
        slices(guids).forEach(slice -> found.putAll(store.get(requester, slice)));
        return found;
    }

    private static List<List<Guid>> slices(Collection<Guid> all) {
        List<Guid> list = List.copyOf(all);
        List<List<Guid>> slices = new ArrayList<>();
        for (int start = 0; start < list.size(); start += AT_ONCE) {
            slices.add(list.subList(start, Math.min(list.size(), start + AT_ONCE)));
        }
        return slices;
    }
}
