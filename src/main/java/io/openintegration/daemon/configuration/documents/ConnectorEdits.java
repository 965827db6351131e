package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Changes of single connectors. Those of a connector that the document does not have end with {@code
 * SERVER-CONFIGURATION-404-003}.
 */
public final class ConnectorEdits {

    private static final String CONNECTION = "connection";
    private static final String PROPERTIES = "configurationProperties";

    private ConnectorEdits() {}

    /**
     * Puts a connector's section into a service, in the place of the one that it has. A connector is known by its name in
     * the whole daemon: where it was in another service, it moves.
     *
     * @param section without {@code connectorName}, it gets that of the connector; with another, it is refused ({@code
     *     SERVER-CONFIGURATION-400-056}); a service that is not there is {@code -404-002}
     */
    public static DocumentEdit put(String marker, ConnectorName name, ObjectNode section) {
        return new DocumentEdit("configured connector " + name + " of " + marker, document -> {
            ObjectNode connector = named(section, name);
            ArrayNode target = connectors(ConnectorSections.requireService(document, marker));
            for (int index = 0; index < target.size(); index++) {
                if (ConnectorSections.isNamed(target.get(index), name)) {
                    target.set(index, connector);
                    return;
                }
            }
            takeOut(document, name);
            target.add(connector);
        });
    }

    /** Takes a connector out of its service. */
    public static DocumentEdit remove(ConnectorName name) {
        return new DocumentEdit("removed connector " + name, document -> {
            ConnectorSections.requireConnector(document, name);
            takeOut(document, name);
        });
    }

    /** Changes the configuration properties of a connector's connection in place. */
    public static DocumentEdit properties(ConnectorName name, Consumer<ObjectNode> change) {
        return new DocumentEdit(
                "changed the configuration properties of connector " + name,
                document -> change.accept(ConnectorSections.object(connection(document, name), PROPERTIES)));
    }

    /**
     * Changes the address of a connector's endpoint, in the field that holds it now.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-400-059}, when it is made, where there is no endpoint
     */
    public static DocumentEdit endpoint(ConnectorName name, String address) {
        return new DocumentEdit("changed the endpoint of connector " + name, document -> {
            if (!(connection(document, name).path("endpoint") instanceof ObjectNode endpoint)) {
                throw new ConfigurationException(DocumentMessage.NO_ENDPOINT.with(name));
            }
            // 6.x writes networkAddress, earlier generations address
            endpoint.put(endpoint.hasNonNull("networkAddress") ? "networkAddress" : "address", address);
        });
    }

    /** Whether a connector's connection holds secrets beside its address: what its connector may send there. */
    public static boolean holdsSecrets(ObjectNode document, ConnectorName name) {
        JsonNode connection = ConnectorSections.requireConnector(document, name)
                .path(CONNECTION)
                .deepCopy();
        if (connection.path("endpoint") instanceof ObjectNode endpoint) {
            endpoint.remove(List.of("networkAddress", "address"));
        }
        return SecretMask.holdsSecrets(connection);
    }

    /** Puts another connection in the place of the one that a connector has. */
    public static DocumentEdit connection(ConnectorName name, ObjectNode connection) {
        return new DocumentEdit(
                "changed the connection of connector " + name,
                document -> ConnectorSections.requireConnector(document, name).set(CONNECTION, connection.deepCopy()));
    }

    /** The configuration properties of a connector, to be shown; an empty object where it has none. */
    public static ObjectNode shownPropertiesOf(ObjectNode document, ConnectorName name) {
        return Optional.of(SecretMask.masked(ConnectorSections.requireConnector(document, name))
                        .path(CONNECTION)
                        .path(PROPERTIES))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(DocumentJson::object);
    }

    private static ObjectNode connection(ObjectNode document, ConnectorName name) {
        return ConnectorSections.object(ConnectorSections.requireConnector(document, name), CONNECTION);
    }

    private static ObjectNode named(ObjectNode section, ConnectorName name) {
        ObjectNode connector = section.deepCopy();
        if (!connector.hasNonNull(ConnectorSections.NAME)) {
            connector.put(ConnectorSections.NAME, name.value());
        }
        if (!ConnectorSections.isNamed(connector, name)) {
            throw new ConfigurationException(DocumentMessage.OTHER_CONNECTOR.with(
                    connector.path(ConnectorSections.NAME).asText(), name));
        }
        return connector;
    }

    private static ArrayNode connectors(ObjectNode service) {
        return ConnectorSections.list(service, ConnectorSections.CONNECTORS);
    }

    private static void takeOut(ObjectNode document, ConnectorName name) {
        ConnectorSections.services(document)
                .map(service -> service.path(ConnectorSections.CONNECTORS))
                .filter(ArrayNode.class::isInstance)
                .forEach(connectors -> ConnectorSections.removeIf(
                        (ArrayNode) connectors, connector -> ConnectorSections.isNamed(connector, name)));
    }
}
