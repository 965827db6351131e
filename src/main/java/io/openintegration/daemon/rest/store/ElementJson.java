package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.Map;

/** Elements on the wire, alone and as neighbours. What is empty is left out. */
record ElementJson(HeaderJson header) {

    ObjectNode element(Element element) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        header.write(json, element.type(), "ENTITY_DEF", element.source(), element.versions());
        json.put("elementGUID", element.guid().value());
        element.classifications().entrySet().stream()
                .sorted(Map.Entry.comparingByKey((left, right) -> left.value().compareTo(right.value())))
                .forEach(one -> writeClassification(
                        json.withArray("classifications").addObject(), element, one.getKey(), one.getValue()));
        writeProperties(json, "elementProperties", element.properties());
        return json;
    }

    ObjectNode related(RelatedElement related) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Relationship link = related.relationship();
        header.write(json, link.type(), "RELATIONSHIP_DEF", link.source(), link.versions());
        json.put("relationshipGUID", link.guid().value());
        writeProperties(json, "relationshipProperties", link.properties());
        json.set("element", element(related.element()));
        return json.put("elementAtEnd1", related.elementAtEnd1());
    }

    private void writeClassification(ObjectNode json, Element element, TypeName name, ElementProperties properties) {
        json.put("class", "AttachedClassification");
        header.write(json, name, "CLASSIFICATION_DEF", element.source(), element.versions());
        json.put("classificationName", name.value()).put("classificationOrigin", "ASSIGNED");
        writeProperties(json, "classificationProperties", properties);
    }

    private static void writeProperties(ObjectNode json, String field, ElementProperties properties) {
        if (!properties.isEmpty()) {
            json.set(field, PropertyJson.of(properties));
        }
    }
}
