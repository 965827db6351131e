package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Changes of a server's own properties: the fields at the top of its document. */
public final class ServerEdits {

    /** The fields that belong together as the basic properties of a server. */
    public static final List<String> BASIC = List.of(
            "localServerDescription",
            "localServerType",
            "organizationName",
            "localServerURL",
            "localServerUserId",
            "localServerPassword",
            "maxPageSize");

    private ServerEdits() {}

    /**
     * Sets a field.
     *
     * @param value null, JSON null or empty text takes the field out
     */
    public static DocumentEdit set(String field, JsonNode value) {
        boolean nothing = value == null || value.isNull() || isEmptyText(value);
        return nothing
                ? new DocumentEdit("cleared " + field, document -> document.remove(field))
                : new DocumentEdit("set " + field, document -> document.set(field, value));
    }

    private static boolean isEmptyText(JsonNode value) {
        return value.isTextual() && value.textValue().isEmpty();
    }

    /** Sets those of the basic properties that are there; others stay as they are. */
    public static DocumentEdit basic(ObjectNode properties) {
        List<String> named = BASIC.stream().filter(properties::has).toList();
        return new DocumentEdit(
                "set " + String.join(", ", named),
                document -> named.forEach(
                        field -> set(field, properties.get(field)).change().accept(document)));
    }

    /** Sets the event bus. */
    public static DocumentEdit eventBus(ObjectNode eventBus) {
        return set("eventBusConfig", eventBus);
    }
}
