package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.LineageGraph;
import io.openintegration.daemon.metadata.LineageQuery;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import java.util.List;
import java.util.Locale;

/** Lineage as {@code /api/v1} tells it. Edges run the way the data does, whichever direction was asked for. */
final class LineageJson {

    private LineageJson() {}

    static ObjectNode graph(LineageQuery query, LineageGraph graph) {
        ObjectNode answer = Json.object()
                .put("qualifiedName", query.start().value())
                .put("direction", query.direction().name().toLowerCase(Locale.ROOT))
                .put("depth", query.depth())
                .put("truncated", graph.truncated());
        ArrayNode nodes = answer.putArray("nodes");
        graph.nodes().forEach(node -> element(nodes.addObject(), node.element()).put("distance", node.distance()));
        edges(answer.putArray("edges"), graph.edges());
        if (query.columns()) {
            ArrayNode columns = answer.putArray("columns");
            graph.columns().forEach(column -> element(columns.addObject(), column.element())
                    .put("of", column.owner().value()));
            edges(answer.putArray("columnEdges"), graph.mappings());
        }
        return answer;
    }

    private static ObjectNode element(ObjectNode json, Element element) {
        json.put("guid", element.guid().value())
                .put("type", element.type().value())
                .put(
                        "qualifiedName",
                        element.qualifiedName().map(QualifiedName::value).orElse(""));
        element.properties().text("displayName").ifPresent(name -> json.put("displayName", name));
        if (element.isArchived()) {
            json.put("archived", true);
        }
        return json;
    }

    private static void edges(ArrayNode json, List<Relationship> links) {
        links.forEach(link -> {
            ObjectNode edge = json.addObject()
                    .put("type", link.type().value())
                    .put("from", link.end1().value())
                    .put("to", link.end2().value());
            link.properties().text("formula").ifPresent(formula -> edge.put("formula", formula));
            link.properties().text("queryId").ifPresent(process -> edge.put("queryId", process));
        });
    }
}
