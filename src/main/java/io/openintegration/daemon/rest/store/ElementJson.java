package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.RelationshipEnd;
import io.openintegration.daemon.metadata.types.RelationshipType;
import java.util.Map;
import java.util.Optional;

/** Elements on the wire, alone and as neighbours. What is empty is left out. */
record ElementJson(HeaderJson header) {

    ObjectNode element(Element element) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        header.write(json, element.type(), "ENTITY_DEF", element.source(), element.versions());
        json.put("elementGUID", element.guid().value());
        writeClassifications(json, element);
        writeProperties(json, "elementProperties", element.properties());
        return json;
    }

    /** A relationship, with what is to be known of the elements at its ends; of one that is gone that is its GUID alone. */
    ObjectNode relationship(Relationship link, Map<Guid, Element> ends) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        header.write(json, link.type(), "RELATIONSHIP_DEF", link.source(), link.versions());
        json.put("relationshipGUID", link.guid().value());
        json.set("relationshipType", json.get("type"));
        writeProperties(json, "relationshipProperties", link.properties());
        Optional<RelationshipType> type = header.types().relationship(link.type());
        writeEnd(json, 1, type.map(RelationshipType::end1), link.end1(), ends);
        writeEnd(json, 2, type.map(RelationshipType::end2), link.end2(), ends);
        return json;
    }

    private void writeEnd(
            ObjectNode json, int number, Optional<RelationshipEnd> end, Guid guid, Map<Guid, Element> ends) {
        end.ifPresent(known -> json.put("labelAtEnd" + number, known.label()));
        json.put("elementGUIDAtEnd" + number, guid.value());
        Element element = ends.get(guid);
        if (element != null) {
            ObjectNode stub = json.putObject("elementAtEnd" + number);
            header.write(stub, element.type(), "ENTITY_DEF", element.source(), element.versions());
            stub.put("guid", guid.value());
            element.qualifiedName().ifPresent(name -> stub.put("uniqueName", name.value()));
            writeClassifications(stub, element);
        }
    }

    private void writeClassifications(ObjectNode json, Element element) {
        element.classifications().entrySet().stream()
                .sorted(Map.Entry.comparingByKey((left, right) -> left.value().compareTo(right.value())))
                .forEach(one -> writeClassification(
                        json.withArray("classifications").addObject(), element, one.getKey(), one.getValue()));
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
