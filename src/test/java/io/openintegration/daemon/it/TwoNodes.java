package io.openintegration.daemon.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.testing.FileTrees;
import io.openintegration.daemon.testing.LibertyProcess;
import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TcpProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two Open Liberty nodes with the same documents and one PostgreSQL, to which each has a cable of its own. The daemon has one
 * connector, {@value #CONNECTOR}, whose directory has so many files that cataloguing them takes seconds.
 */
final class TwoNodes implements AutoCloseable {

    static final String DAEMON = "integration-daemon";
    static final String CONNECTOR = "LandingAreaMonitor";
    static final int FILES = 200;

    private static final Duration START_BOUND = Duration.ofMinutes(2);

    private final Path home = Path.of("target/two-nodes").toAbsolutePath();
    private final PostgresDatabase database = new PostgresDatabase();
    private final Map<LibertyProcess, TcpProxy> cables = new HashMap<>();
    private final List<LibertyProcess> nodes;

    TwoNodes() throws IOException {
        layOut();
        nodes = List.of(new LibertyProcess("daemonNodeA"), new LibertyProcess("daemonNodeB"));
        nodes.forEach(node -> cables.put(node, database.proxy()));
    }

    /** Starts a node, and waits until it is ready. */
    void start(LibertyProcess node) {
        Map<String, String> settings =
                new HashMap<>(database.settings(cables.get(node).port()));
        settings.put(
                "DAEMON_CONFIGURATION_DIRECTORY", home.resolve("server-config").toString());
        settings.put("DAEMON_FILES_BASE", home.toString());
        node.start(settings);
        node.awaitReady(START_BOUND);
    }

    List<LibertyProcess> nodes() {
        return nodes;
    }

    LibertyProcess other(LibertyProcess node) {
        return nodes.get(1 - nodes.indexOf(node));
    }

    TcpProxy cable(LibertyProcess node) {
        return cables.get(node);
    }

    /** The node that says that it runs the connectors. */
    LibertyProcess active() {
        DaemonClient.until(() -> nodes.stream().filter(this::isActive).count() == 1);
        return nodes.stream().filter(this::isActive).findFirst().orElseThrow();
    }

    boolean isActive(LibertyProcess node) {
        return node.isAlive() && duty(node).equals("ACTIVE");
    }

    String duty(LibertyProcess node) {
        return client(node).get("api/v1/servers/" + DAEMON).path("duty").asText();
    }

    DaemonClient client(LibertyProcess node) {
        return new DaemonClient(node.base());
    }

    /** All that the connector ever did, the oldest first. */
    List<JsonNode> runs(LibertyProcess node) {
        List<JsonNode> runs = new ArrayList<>(DaemonClient.elements(client(node)
                .get("api/v1/servers/" + DAEMON + "/runs?limit=1000")
                .path("runs")));
        Collections.reverse(runs);
        return runs;
    }

    /** Adds a file to the landing area. */
    void addFile(String name) throws IOException {
        Files.writeString(landingArea().resolve(name), "id,name\n1,one\n");
    }

    /** The qualified names of the files in the store, archived ones not among them. */
    List<String> catalogued() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT properties::json ->> 'qualifiedName' FROM \""
                    + schema(statement) + "\".element WHERE type_name = 'CSVFile' AND archived_with IS NULL")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    private static String schema(Statement statement) throws SQLException {
        try (ResultSet schemas =
                statement.executeQuery("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'store\\_cocomds1%'")) {
            schemas.next();
            return schemas.getString(1);
        }
    }

    static Instant time(JsonNode run, String field) {
        return OffsetDateTime.parse(run.path(field).asText()).toInstant();
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(LibertyProcess::close);
        for (TcpProxy cable : cables.values()) {
            cable.close();
        }
        database.close();
    }

    private Path landingArea() {
        return home.resolve("landing-area");
    }

    private void layOut() throws IOException {
        FileTrees.remove(home);
        Path documents = Files.createDirectories(home.resolve("server-config"));
        Files.createDirectories(landingArea());
        for (int file = 0; file < FILES; file++) {
            addFile("file-%04d.csv".formatted(file));
        }
        Files.writeString(documents.resolve("cocoMDS1.json"), Files.readString(Path.of("server-config/cocoMDS1.json")));
        Files.writeString(
                documents.resolve(DAEMON + ".json"),
                """
                {
                  "class": "OMAGServerConfig",
                  "localServerName": "integration-daemon",
                  "localServerType": "Integration Daemon",
                  "localServerUserId": "exchangeDL01npa",
                  "restartPolicy": "AUTOMATIC",
                  "integrationServicesConfig": [{
                    "class": "IntegrationServiceConfig",
                    "omagserverPlatformRootURL": "https://localhost:9443",
                    "omagserverName": "cocoMDS1",
                    "integrationServiceURLMarker": "files-integrator",
                    "defaultPermittedSynchronization": "FROM_THIRD_PARTY",
                    "integrationConnectorConfigs": [{
                      "class": "IntegrationConnectorConfig",
                      "connectorName": "LandingAreaMonitor",
                      "connection": {
                        "class": "Connection",
                        "connectorType": {
                          "class": "ConnectorType",
                          "connectorProviderClassName":
                            "org.odpi.openmetadata.adapters.connectors.integration.basicfiles.DataFilesMonitorIntegrationProvider"
                        },
                        "endpoint": {"class": "Endpoint", "address": "landing-area"}
                      },
                      "refreshTimeInterval": 1
                    }]
                  }]
                }
                """);
    }
}
