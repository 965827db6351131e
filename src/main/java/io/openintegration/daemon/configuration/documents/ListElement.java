package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** How elements of a document's lists are told apart: by what names them, since their places change. */
final class ListElement {

    private static final List<String> NAMES =
            List.of("connectorName", "integrationServiceURLMarker", "qualifiedName", "displayName");

    private ListElement() {}

    /** What names the element; empty for text, numbers, and objects without a name. */
    static Optional<String> name(JsonNode element) {
        return NAMES.stream()
                .map(element::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }

    /** The element of the list that corresponds to the one at that index of another list; missing where there is none. */
    static JsonNode matching(JsonNode list, JsonNode element, int index) {
        Optional<String> name = name(element);
        if (name.isEmpty() || name(list.path(index)).equals(name)) {
            return list.path(index);
        }
        for (JsonNode candidate : list) {
            if (name(candidate).equals(name)) {
                return candidate;
            }
        }
        return list.path(-1);
    }
}
