package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds sections of integration services and connectors in a document's tree; what it hands out belongs to the tree. */
public final class ConnectorSections {

    static final String SERVICES = "integrationServicesConfig";
    static final String MARKER = "integrationServiceURLMarker";
    static final String CONNECTORS = "integrationConnectorConfigs";
    static final String NAME = "connectorName";

    private ConnectorSections() {}

    /** The section of the integration service with that URL marker. */
    public static Optional<ObjectNode> service(ObjectNode document, String marker) {
        return services(document)
                .filter(service -> service.path(MARKER).asText().equals(marker))
                .findFirst();
    }

    /** The connector's section, whichever service it is in. */
    public static Optional<ObjectNode> connector(ObjectNode document, ConnectorName name) {
        return all(document).filter(connector -> isNamed(connector, name)).findFirst();
    }

    /** The connector's section in that service. */
    public static Optional<ObjectNode> connector(ObjectNode document, String marker, ConnectorName name) {
        return service(document, marker).stream()
                .flatMap(service -> objects(service.path(CONNECTORS)))
                .filter(connector -> isNamed(connector, name))
                .findFirst();
    }

    /** @throws ConfigurationException {@code SERVER-CONFIGURATION-404-002} where there is none */
    public static ObjectNode requireService(ObjectNode document, String marker) {
        return service(document, marker)
                .orElseThrow(() -> new ConfigurationException(DocumentMessage.NO_SUCH_SERVICE.with(marker)));
    }

    /** @throws ConfigurationException {@code SERVER-CONFIGURATION-404-003} where there is none */
    public static ObjectNode requireConnector(ObjectNode document, ConnectorName name) {
        return connector(document, name)
                .orElseThrow(() -> new ConfigurationException(DocumentMessage.NO_SUCH_CONNECTOR.with(name)));
    }

    /** The same for the connector in that service. */
    public static ObjectNode requireConnector(ObjectNode document, String marker, ConnectorName name) {
        requireService(document, marker);
        return connector(document, marker, name)
                .orElseThrow(() -> new ConfigurationException(DocumentMessage.NO_SUCH_CONNECTOR.with(name)));
    }

    static Stream<ObjectNode> services(ObjectNode document) {
        return objects(document.path(SERVICES));
    }

    static Stream<ObjectNode> all(ObjectNode document) {
        return services(document).flatMap(service -> objects(service.path(CONNECTORS)));
    }

    /** As the reader sees names: blanks at either end do not count. */
    static boolean isNamed(JsonNode connector, ConnectorName name) {
        return connector.path(NAME).asText().strip().equals(name.value());
    }

    /**
     * The list in a field, made where there is none.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-400-058} where something else is there
     */
    static ArrayNode list(ObjectNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return object.putArray(field);
        }
        if (value instanceof ArrayNode list) {
            return list;
        }
        throw new ConfigurationException(DocumentMessage.UNSUITABLE.with(field));
    }

    /** The object in a field, made where there is none. The failure is that of {@link #list}. */
    static ObjectNode object(ObjectNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return object.putObject(field);
        }
        if (value instanceof ObjectNode found) {
            return found;
        }
        throw new ConfigurationException(DocumentMessage.UNSUITABLE.with(field));
    }

    static void removeIf(ArrayNode list, Predicate<JsonNode> unwanted) {
        for (int index = list.size() - 1; index >= 0; index--) {
            if (unwanted.test(list.get(index))) {
                list.remove(index);
            }
        }
    }

    private static Stream<ObjectNode> objects(JsonNode list) {
        return list.isArray() ? elements(list) : Stream.empty();
    }

    private static Stream<ObjectNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast);
    }
}
