package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.DocumentDirectory;
import io.openintegration.daemon.configuration.Placeholders;
import io.openintegration.daemon.configuration.PlatformUrls;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.DocumentReaders;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration directory with everything that administers it. */
final class DocumentFixture {

    static final ServerName SERVER = new ServerName("integration-daemon");
    static final UserId USER = new UserId("garygeeke");
    static final ConnectorName CONNECTOR = new ConnectorName("A");

    final Path documents;
    final Path versions;
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T10:00:00Z"));
    final RecordingAuditLog auditLog = new RecordingAuditLog();
    final DocumentAdministration administration;

    DocumentFixture(Path root) throws IOException {
        documents = Files.createDirectory(root.resolve("server-config"));
        versions = root.resolve("data/configuration-history");
        administration = another();
    }

    /** As after a restart of the platform. */
    DocumentAdministration another() {
        Map<String, String> settings = Map.of("db.password", "s3cr3t", "host", "db.example");
        return new DocumentAdministration(
                new DocumentDirectory(documents),
                DocumentReaders.of(
                        new Placeholders(name -> Optional.ofNullable(settings.get(name))),
                        new PlatformUrls(List.of("https://localhost:9443"))),
                new DocumentHistory(versions),
                auditLog,
                clock);
    }

    Path file() {
        return documents.resolve(SERVER + ".json");
    }

    void given(String document) throws IOException {
        Files.writeString(file(), document);
    }

    String stored() throws IOException {
        return Files.readString(file());
    }

    ServerDocument change(DocumentEdit edit) {
        return administration.change(SERVER, USER, edit, Precondition.NONE);
    }

    ServerDocument replace(ObjectNode document) {
        return administration.replace(SERVER, USER, document, Precondition.NONE);
    }

    ServerDocument get() {
        return administration.get(SERVER, USER);
    }

    static ObjectNode json(String text) {
        return DocumentJson.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    static ArrayNode list(String text) {
        return (ArrayNode) json("{\"list\": " + text + "}").path("list");
    }

    /** A daemon with one service that has these connectors. */
    static String daemon(String connectors) {
        return """
                {"localServerName": "integration-daemon", "integrationServicesConfig": [%s]}
                """
                .formatted(service("files-integrator", connectors));
    }

    static String service(String marker, String connectors) {
        return """
                {"integrationServiceURLMarker": "%s", "omagserverPlatformRootURL": "https://localhost:9443",
                 "omagserverName": "store", "integrationConnectorConfigs": [%s]}
                """
                .formatted(marker, connectors);
    }

    static String connector(String name, String inConnection) {
        return """
                {"connectorName": "%s", "connection": {"connectorType": {"connectorProviderClassName": "x.Y"}%s}}
                """
                .formatted(name, inConnection);
    }

    /** The mistakes that a refusal lists. */
    static List<String> problems(ConfigurationException failure) {
        return failure.problems().stream().map(Message::toString).toList();
    }
}
