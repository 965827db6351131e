package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

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

    /**
     * The stored element that corresponds to the one at that index of a list that came from outside; missing where there is
     * none. A place, or a name that several elements have, identifies only what came back just as it was shown.
     *
     * @param secret whether everything in the list is a secret
     */
    static JsonNode matching(JsonNode stored, JsonNode element, int index, boolean secret) {
        Optional<String> name = name(element);
        List<JsonNode> candidates = name.isEmpty()
                ? List.of(stored.path(index))
                : StreamSupport.stream(stored.spliterator(), false)
                        .filter(candidate -> name(candidate).equals(name))
                        .toList();
        if (name.isPresent() && candidates.size() == 1) {
            return candidates.get(0);
        }
        return candidates.stream()
                .filter(candidate -> SecretMask.masked(candidate, secret).equals(element))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
