package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.Secrets;
import io.openintegration.daemon.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts the stored secrets back in the place of masks that come from outside. The same place is the same field of the same
 * element; list elements are found by their names, connectors also where they were in another service before.
 */
final class MaskReturn {

    private final Map<String, JsonNode> storedConnectors;
    private final List<Message> problems = new ArrayList<>();

    private MaskReturn(ObjectNode stored) {
        this.storedConnectors = ConnectorSections.all(stored)
                .filter(connector -> connector.path(ConnectorSections.NAME).isTextual())
                .collect(Collectors.toMap(
                        connector -> connector.path(ConnectorSections.NAME).textValue(),
                        connector -> connector,
                        (first, second) -> first));
    }

    /**
     * Replaces the masks of a document that is about to be saved.
     *
     * @return one mistake for each mask that stands for nothing ({@code SERVER-CONFIGURATION-400-052})
     */
    static List<Message> restore(ObjectNode document, ObjectNode stored) {
        MaskReturn masks = new MaskReturn(stored);
        masks.restoreFields(document, stored, new Place("$", false));
        return masks.problems;
    }

    /** @param secret whether everything at this place is a secret */
    private record Place(String path, boolean secret) {

        Place field(String name) {
            return new Place(path + "." + name, secret || Secrets.named(name));
        }

        Place item(int index) {
            return new Place(path + "[" + index + "]", secret);
        }
    }

    private void restoreFields(ObjectNode object, JsonNode stored, Place place) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            field.setValue(restored(field.getValue(), stored.path(name), place.field(name)));
        }
    }

    private void restoreItems(ArrayNode list, JsonNode stored, Place place) {
        boolean connectors = place.path().endsWith("." + ConnectorSections.CONNECTORS);
        for (int index = 0; index < list.size(); index++) {
            JsonNode item = list.get(index);
            JsonNode match =
                    connectors ? storedConnector(item) : ListElement.matching(stored, item, index, place.secret());
            list.set(index, restored(item, match, place.item(index)));
        }
    }

    private JsonNode storedConnector(JsonNode connector) {
        return storedConnectors.getOrDefault(
                connector.path(ConnectorSections.NAME).asText(), MissingNode.getInstance());
    }

    private JsonNode restored(JsonNode value, JsonNode stored, Place place) {
        if (value instanceof ObjectNode object) {
            restoreFields(object, stored, place);
        } else if (value instanceof ArrayNode list) {
            restoreItems(list, stored, place);
        } else if (value.isTextual() && value.textValue().contains(Secrets.MASK)) {
            return secretFor(value, stored, place);
        }
        return value;
    }

    /** What the stored value looks like when it is masked is what came back. */
    private JsonNode secretFor(JsonNode masked, JsonNode stored, Place place) {
        if (stored.isValueNode() && SecretMask.masked(stored, place.secret()).equals(masked)) {
            return stored;
        }
        problems.add(DocumentMessage.MASK_WITHOUT_VALUE.with(place.path()));
        return masked;
    }
}
