package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Names the class of beans: Egeria's clients leave it out in lists that they send, and insist on it in what they read. */
final class BeanClass {

    private static final String CLASS = "class";

    private BeanClass() {}

    /** A copy of a connection that says which kind it is. */
    static ObjectNode connection(ObjectNode connection) {
        return named(connection, connection.has("embeddedConnections") ? "VirtualConnection" : "Connection");
    }

    /** Copies of those objects that a list has. */
    static ArrayNode connections(ArrayNode list) {
        ArrayNode named = list.arrayNode();
        for (JsonNode item : list) {
            named.add(item instanceof ObjectNode connection ? connection(connection) : item);
        }
        return named;
    }

    /** Copies of the sections of integration services. */
    static ArrayNode services(ArrayNode list) {
        ArrayNode named = list.arrayNode();
        for (JsonNode item : list) {
            named.add(item instanceof ObjectNode service ? service(service) : item);
        }
        return named;
    }

    /** A copy of an integration service's section. */
    static ObjectNode service(ObjectNode service) {
        return named(service, "IntegrationServiceConfig");
    }

    private static ObjectNode named(ObjectNode bean, String otherwise) {
        if (bean.hasNonNull(CLASS)) {
            return bean.deepCopy();
        }
        ObjectNode named = DocumentJson.object().put(CLASS, otherwise);
        bean.deepCopy().properties().stream()
                .filter(field -> !field.getKey().equals(CLASS))
                .forEach(field -> named.set(field.getKey(), field.getValue()));
        return named;
    }
}
