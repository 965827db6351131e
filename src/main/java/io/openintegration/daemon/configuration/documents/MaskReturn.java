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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts the stored secrets back in the place of masks that come from outside. The same place is the same field of the same
 * element; list elements are found by their names, connectors also where they were in another service before. A secret goes
 * only where it went: in a connection with another {@link Destination} its mask stands for nothing.
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
     * @return one mistake for each mask that stands for nothing ({@code SERVER-CONFIGURATION-400-052}), or whose secret would
     *     go elsewhere ({@code -060})
     */
    static List<Message> restore(ObjectNode document, ObjectNode stored) {
        MaskReturn masks = new MaskReturn(stored);
        masks.restoreFields(document, stored, new Place("$", false, false, Optional.empty()));
        return masks.problems;
    }

    /**
     * @param secret whether everything at this place is a secret
     * @param connected whether it is in a connection
     * @param change the place where that connection leads elsewhere; empty where it does not
     */
    private record Place(String path, boolean secret, boolean connected, Optional<String> change) {

        Place field(String name) {
            return new Place(path + "." + name, secret || Secrets.named(name), connected, change);
        }

        Place item(int index) {
            return new Place(path + "[" + index + "]", secret, connected, change);
        }

        /**
         * This place, once it is known what stands here. A connection is judged with everything in it, and everything in it
         * once more by itself: list elements that changed their names would get each other's secrets.
         */
        Place of(ObjectNode sent, JsonNode stored) {
            if (!stored.isObject() || !(connected || Destination.isOf(sent) || Destination.isOf(stored))) {
                return this;
            }
            Optional<String> own = Destination.change(sent, stored, secret).map(path::concat);
            return new Place(path, secret, true, change.or(() -> own));
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
            restoreFields(object, stored, place.of(object, stored));
        } else if (value instanceof ArrayNode list) {
            restoreItems(list, stored, place);
        } else if (value.isTextual() && value.textValue().contains(Secrets.MASK)) {
            return secretFor(value, stored, place);
        }
        return value;
    }

    /** What the stored value looks like when it is masked is what came back. */
    private JsonNode secretFor(JsonNode masked, JsonNode stored, Place place) {
        if (stored.isValueNode() && place.change().isPresent()) {
            problems.add(DocumentMessage.MASK_LEADS_ELSEWHERE.with(
                    place.path(), place.change().get()));
            return masked;
        }
        if (stored.isValueNode() && SecretMask.masked(stored, place.secret()).equals(masked)) {
            return stored;
        }
        problems.add(DocumentMessage.MASK_WITHOUT_VALUE.with(place.path()));
        return masked;
    }
}
