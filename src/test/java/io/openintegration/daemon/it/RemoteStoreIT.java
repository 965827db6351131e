package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.testing.FileTrees;
import io.openintegration.daemon.testing.LibertyProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A daemon whose metadata server is on another platform, as two processes (docs/operating.md, "A metadata server elsewhere"). Each step
 * builds on the one before.
 */
@EnabledIfSystemProperty(
        named = "arquillian.launch",
        matches = "liberty",
        disabledReason = "starts two Open Liberty itself")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemoteStoreIT {

    private static final Duration START_BOUND = Duration.ofMinutes(4);
    private static final String ACCOUNT = "daemonnpa";
    private static final String PASSWORD = "for-tests-only";
    private static final String V1 = "api/v1/servers/far-daemon/";
    private static final Path HOME = Path.of("target/remote-store").toAbsolutePath();

    private static LibertyProcess storePlatform;
    private static LibertyProcess daemonPlatform;
    private static DaemonClient store;
    private static DaemonClient daemon;

    @BeforeAll
    static void start() throws IOException {
        storePlatform = new LibertyProcess("farStore");
        daemonPlatform = new LibertyProcess("farDaemon");
        store = new DaemonClient(storePlatform.base());
        daemon = new DaemonClient(daemonPlatform.base());
        startStore();
        assertThat(store.send(
                                "PUT",
                                "api/v1/users/" + ACCOUNT,
                                "{\"roles\": [\"operator\", \"delegate\"], \"password\": \"" + PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(201);
        FileTrees.remove(HOME);
        Files.createDirectories(HOME.resolve("files"));
        write("one.csv");
        Path documents = Files.createDirectories(HOME.resolve("server-config"));
        Files.writeString(documents.resolve("far-daemon.json"), document(url()));
        daemonPlatform.start(Map.of(
                "DAEMON_STARTUP_SERVERS",
                "far-daemon",
                "DAEMON_CONFIGURATION_DIRECTORY",
                documents.toString(),
                "DAEMON_FILES_BASE",
                HOME.toString(),
                "DAEMON_REMOTE_PLATFORMS",
                "far",
                "DAEMON_REMOTE_FAR_URL",
                url(),
                "DAEMON_REMOTE_FAR_USER",
                ACCOUNT,
                "DAEMON_REMOTE_FAR_PASSWORD",
                PASSWORD));
        daemonPlatform.awaitReady(START_BOUND);
    }

    @AfterAll
    static void end() {
        daemonPlatform.close();
        storePlatform.close();
    }

    @Test
    @Order(1)
    void filesAreCataloguedOnTheOtherPlatform() {
        until(() -> status().equals("WAITING") && monitor().has("lastSuccessfulRunId"));

        assertThat(store.catalogued("CSVFile", "one.csv")).containsExactly("one.csv");
        assertThat(monitor().path("degraded").isMissingNode())
                .as(monitor().toString())
                .isTrue();
    }

    @Test
    @Order(2)
    void changesFollow() throws IOException {
        write("two.csv");
        Files.delete(HOME.resolve("files/one.csv"));

        daemon.post(V1 + "connectors/Far/refresh?wait=30", "");

        assertThat(store.catalogued("CSVFile", ".csv")).containsExactly("two.csv");
    }

    @Test
    @Order(3)
    void platformThatIsDownIsBlamedInOneLine() throws IOException {
        storePlatform.kill();
        write("three.csv");

        daemon.send("POST", V1 + "connectors/Far/refresh?wait=30", "");

        until(() -> status().equals("FAILED"));
        JsonNode failure = monitor().path("failure");
        assertThat(failure.path("origin").asText()).as(failure.toString()).isEqualTo("METADATA_SERVER");
        assertThat(failure.path("messageId").asText()).isEqualTo("METADATA-SERVER-CLIENT-503-001");
        assertThat(failure.path("message").asText()).contains(url()).hasLineCount(1);
    }

    @Test
    @Order(4)
    void daemonGoesOnByItselfOnceItIsBack() {
        startStore();

        until(() -> store.catalogued("CSVFile", "three.csv").size() == 1 && status().equals("WAITING"));
        assertThat(store.catalogued("CSVFile", ".csv")).containsExactlyInAnyOrder("two.csv", "three.csv");
    }

    private static void startStore() {
        storePlatform.start(Map.of("DAEMON_STARTUP_SERVERS", "cocoMDS1"));
        storePlatform.awaitReady(START_BOUND);
    }

    private static String url() {
        return "http://127.0.0.1:" + storePlatform.port();
    }

    private static void write(String name) throws IOException {
        Files.writeString(HOME.resolve("files").resolve(name), "patient,cadence\n4711,1.5\n");
    }

    private static String status() {
        return monitor().path("status").asText();
    }

    private static JsonNode monitor() {
        return daemon.get(V1 + "connectors/Far");
    }

    private static String document(String platform) {
        return """
            {"class": "OMAGServerConfig", "localServerName": "far-daemon", "localServerType": "Integration Daemon",
             "localServerUserId": "exchangeDL01npa", "restartPolicy": "AUTOMATIC",
             "integrationServicesConfig": [{"class": "IntegrationServiceConfig",
               "omagserverPlatformRootURL": "%s", "omagserverName": "cocoMDS1",
               "integrationServiceURLMarker": "files-integrator", "integrationConnectorConfigs": [
                 {"class": "IntegrationConnectorConfig", "connectorName": "Far", "connectorUserId": "exchangeDL01npa",
                  "connection": {"class": "Connection",
                    "connectorType": {"class": "ConnectorType", "connectorProviderClassName":
                      "org.odpi.openmetadata.adapters.connectors.integration.basicfiles.DataFilesMonitorIntegrationProvider"},
                    "endpoint": {"class": "Endpoint", "address": "files"}},
                  "metadataSourceQualifiedName": "Far", "permittedSynchronization": "FROM_THIRD_PARTY",
                  "refreshTimeInterval": 600}]}]}"""
                .formatted(platform);
    }
}
