package io.openintegration.daemon.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
            for (Relationship link : links(frontier, near, FOLLOWED)) {
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
        ColumnLookup lookup = new ColumnLookup((guids, types) -> relationships(guids, 1, types), this::elements);
        Map<Guid, Guid> owners = new LinkedHashMap<>();
        boolean tooMany = truncated;
        for (List<Guid> portion : Portions.of(guids(nodes))) {
            Map<Guid, Set<Guid>> found = lookup.guids(portion);
            for (Guid owner : portion) {
                Set<Guid> columns = found.getOrDefault(owner, Set.of());
                if (owners.size() + columns.size() > MOST_COLUMNS) {
                    tooMany = true;
                } else {
                    columns.forEach(column -> owners.put(column, owner));
                }
            }
        }
        List<Relationship> mappings = new ArrayList<>(links(owners.keySet(), 1, Set.of(MAPPING)));
        mappings.removeIf(link -> !owners.containsKey(link.end2()));
        // only those that map to each other are read: a wide table has many more
        Map<Guid, Element> mapped = elements(ends(mappings));
        mapped.values().removeIf(Element::isArchived);
        mappings.removeIf(link -> !mapped.keySet().containsAll(List.of(link.end1(), link.end2())));
        List<LineageGraph.Column> columns = ends(mappings).stream()
                .map(guid -> new LineageGraph.Column(mapped.get(guid), owners.get(guid)))
                .toList();
        return new LineageGraph(nodes, edges, columns, mappings, tooMany);
    }

    private static List<Guid> guids(List<LineageGraph.Node> nodes) {
        return nodes.stream().map(node -> node.element().guid()).toList();
    }

    private static Set<Guid> ends(List<Relationship> links) {
        Set<Guid> ends = new LinkedHashSet<>();
        links.forEach(link -> ends.addAll(List.of(link.end1(), link.end2())));
        return ends;
    }

    private List<Relationship> links(Collection<Guid> elements, int end, Set<TypeName> types) {
        Map<Guid, List<Relationship>> found = relationships(elements, end, types);
        // in the order of the elements, so that what is left out where there is too much is always the same
        return elements.stream()
                .flatMap(element -> found.getOrDefault(element, List.of()).stream())
                .toList();
    }

    private Map<Guid, List<Relationship>> relationships(Collection<Guid> elements, int end, Set<TypeName> types) {
        Map<Guid, List<Relationship>> found = new HashMap<>();
        Portions.of(elements).forEach(slice -> found.putAll(store.relationships(requester, slice, end, types)));
        return found;
    }

    private Map<Guid, Element> elements(Collection<Guid> guids) {
        Map<Guid, Element> found = new HashMap<>();
        Portions.of(guids).forEach(slice -> found.putAll(store.get(requester, slice)));
        return found;
    }
}
