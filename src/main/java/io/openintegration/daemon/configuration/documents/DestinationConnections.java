package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.Severity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The connections by which documents describe audit log destinations, with the class names that Egeria's commands write.
 * {@code severities} are display names as the caller gave them; an empty list means all.
 */
public final class DestinationConnections {

    private static final String PACKAGE = "org.odpi.openmetadata.adapters.repositoryservices.auditlogstore.";
    private static final String TOPIC_PROVIDER =
            "org.odpi.openmetadata.adapters.eventbus.topic.kafka.KafkaOpenMetadataTopicProvider";

    /** What is too much for a console. */
    private static final Set<Severity> NOT_ON_CONSOLE =
            EnumSet.of(Severity.EVENT, Severity.TYPES, Severity.TRACE, Severity.PERFMON, Severity.ACTIVITY);

    private DestinationConnections() {}

    /** The console with the severities of Egeria's default. */
    public static ObjectNode standard() {
        ArrayNode severities = DocumentJson.object().arrayNode();
        Arrays.stream(Severity.values())
                .filter(severity -> !NOT_ON_CONSOLE.contains(severity))
                .map(Severity::displayName)
                .forEach(severities::add);
        return console(severities);
    }

    public static ObjectNode console(ArrayNode severities) {
        return connection("Console", "console.ConsoleAuditLogStoreProvider", Optional.empty(), severities);
    }

    public static ObjectNode slf4j(ArrayNode severities) {
        return connection("SLF4J", "slf4j.SLF4JAuditLogStoreProvider", Optional.empty(), severities);
    }

    /** @param directory empty for the server's own, wherever the platform keeps it */
    public static ObjectNode files(Optional<String> directory, ArrayNode severities) {
        return connection(
                directory.map(place -> "Files in " + place).orElse("Files"),
                "file.FileBasedAuditLogStoreProvider",
                directory,
                severities);
    }

    /** @param topic empty for the platform's topic */
    public static ObjectNode topic(Optional<String> topic, ArrayNode severities) {
        ObjectNode connection = connection(
                topic.map(name -> "Event topic " + name).orElse("Event topic"),
                "eventtopic.EventTopicAuditLogStoreProvider",
                Optional.empty(),
                severities);
        connection.put("class", "VirtualConnection");
        ObjectNode embedded = connection.putArray("embeddedConnections").addObject();
        ObjectNode inner = embedded.put("class", "EmbeddedConnection")
                .put("position", 0)
                .putObject("embeddedConnection")
                .put("class", "Connection");
        inner.set("connectorType", connectorType(TOPIC_PROVIDER));
        topic.ifPresent(name -> inner.set("endpoint", endpoint(name)));
        return connection;
    }

    /** @param properties as Egeria names them: {@code databaseURL}, {@code databaseSchema}, {@code supportedSeverities} … */
    public static ObjectNode postgres(ObjectNode properties) {
        ObjectNode connection = connection(
                "PostgreSQL",
                "postgres.PostgreSQLAuditLogDestinationProvider",
                Optional.empty(),
                properties.arrayNode());
        connection.set("configurationProperties", properties.deepCopy());
        return connection;
    }

    private static ObjectNode connection(String name, String provider, Optional<String> address, ArrayNode severities) {
        ObjectNode connection = DocumentJson.object()
                .put("class", "Connection")
                .put("qualifiedName", name)
                .put("displayName", name);
        connection.set("connectorType", connectorType(PACKAGE + provider));
        address.ifPresent(place -> connection.set("endpoint", endpoint(place)));
        if (!severities.isEmpty()) {
            connection.putObject("configurationProperties").set("supportedSeverities", severities.deepCopy());
        }
        return connection;
    }

    private static ObjectNode connectorType(String provider) {
        return DocumentJson.object().put("class", "ConnectorType").put("connectorProviderClassName", provider);
    }

    private static ObjectNode endpoint(String address) {
        return DocumentJson.object().put("class", "Endpoint").put("address", address);
    }
}
