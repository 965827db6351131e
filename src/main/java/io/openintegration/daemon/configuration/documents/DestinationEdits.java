package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import java.util.Optional;
import java.util.stream.IntStream;

/** Changes of the audit log destinations ({@code repositoryServicesConfig.auditLogConnections}). */
public final class DestinationEdits {

    private static final String REPOSITORY_SERVICES = "repositoryServicesConfig";
    private static final String CONNECTIONS = "auditLogConnections";

    private DestinationEdits() {}

    /** The destinations of a document; none where it has no list of them. */
    public static ArrayNode of(ObjectNode document) {
        return document.path(REPOSITORY_SERVICES).path(CONNECTIONS) instanceof ArrayNode list
                ? list
                : document.arrayNode();
    }

    /** Adds a destination; one of the same name gives way to it. */
    public static DocumentEdit add(ObjectNode connection) {
        Optional<String> name = ListElement.name(connection);
        return new DocumentEdit("added audit log destination " + name.orElse("without a name"), document -> {
            ArrayNode list = list(document);
            int known = name.map(wanted -> indexOf(list, wanted)).orElse(-1);
            if (known < 0) {
                list.add(BeanClass.connection(connection));
            } else {
                list.set(known, BeanClass.connection(connection));
            }
        });
    }

    /** Puts a destination in the place of the one of that name ({@code SERVER-CONFIGURATION-404-005} where there is none). */
    public static DocumentEdit update(String name, ObjectNode connection) {
        return new DocumentEdit("changed audit log destination " + name, document -> {
            ArrayNode list = list(document);
            list.set(required(list, name), BeanClass.connection(connection));
        });
    }

    /** Takes the destination of that name out ({@code SERVER-CONFIGURATION-404-005} where there is none). */
    public static DocumentEdit remove(String name) {
        return new DocumentEdit("removed audit log destination " + name, document -> {
            ArrayNode list = list(document);
            list.remove(required(list, name));
        });
    }

    /** Puts these destinations in the place of all that there are. */
    public static DocumentEdit replaceAll(ArrayNode connections) {
        return new DocumentEdit(
                "set " + connections.size() + " audit log destination(s)",
                document -> repositoryServices(document).set(CONNECTIONS, BeanClass.connections(connections)));
    }

    /** Egeria's clients insist on the class of what they read. */
    private static ObjectNode repositoryServices(ObjectNode document) {
        ObjectNode services = ConnectorSections.object(document, REPOSITORY_SERVICES);
        return services.has("class") ? services : services.put("class", "RepositoryServicesConfig");
    }

    private static ArrayNode list(ObjectNode document) {
        return ConnectorSections.list(repositoryServices(document), CONNECTIONS);
    }

    private static int required(ArrayNode list, String name) {
        int index = indexOf(list, name);
        if (index < 0) {
            throw new ConfigurationException(DocumentMessage.NO_SUCH_DESTINATION.with(name));
        }
        return index;
    }

    /** By qualified name or display name, whichever it was called by; -1 where there is none. */
    private static int indexOf(ArrayNode list, String name) {
        return IntStream.range(0, list.size())
                .filter(index -> list.get(index).path("qualifiedName").asText().equals(name)
                        || list.get(index).path("displayName").asText().equals(name))
                .findFirst()
                .orElse(-1);
    }
}
