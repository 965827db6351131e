package io.openintegration.daemon.metadata;

import java.util.List;

/**
 * The lineage of an element.
 *
 * @param nodes the element itself first, then what is nearest to it; archived elements too
 * @param edges the relationships followed, each between two of the nodes
 * @param columns of the nodes, where they were asked for and map to each other
 * @param mappings the relationships between these columns
 * @param truncated whether there are more nodes, or columns, than were asked for, or than may be
 */
public record LineageGraph(
        List<Node> nodes,
        List<Relationship> edges,
        List<Column> columns,
        List<Relationship> mappings,
        boolean truncated) {

    public LineageGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        columns = List.copyOf(columns);
        mappings = List.copyOf(mappings);
    }

    /** @param distance from the element that was asked for, by the shortest way */
    public record Node(Element element, int distance) {}

    /** @param owner the node that has it */
    public record Column(Element element, Guid owner) {}
}
