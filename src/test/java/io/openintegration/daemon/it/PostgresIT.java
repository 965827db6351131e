package io.openintegration.daemon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.testing.LibertyProcess;
import io.openintegration.daemon.testing.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The quickstart with PostgreSQL instead of H2, by four settings alone: each step builds on the one before. */
@EnabledIfSystemProperty(
        named = "arquillian.launch",
        matches = "liberty",
        disabledReason = "starts Open Liberty itself; Payara has its database by a resource")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresIT {

    private static final Duration START_BOUND = Duration.ofMinutes(4);
    private static final String DAEMON = "integration-daemon";
    private static final List<String> MONITORS = List.of(
            "OakDeneLandingAreaFilesMonitor",
            "OldMarketLandingAreaFilesMonitor",
            "DropFootClinicalTrialResultsFilesMonitor");

    private static PostgresDatabase database;
    private static LibertyProcess server;
    private static DaemonClient client;

    @BeforeAll
    static void start() {
        database = new PostgresDatabase();
        server = new LibertyProcess("daemonOnPostgres");
        client = new DaemonClient(server.base());
        server.start(database.settings());
        server.awaitReady(START_BOUND);
    }

    @AfterAll
    static void end() {
        server.close();
        database.close();
    }

    @Test
    @Order(1)
    void filesAreCatalogued() {
        MONITORS.forEach(monitor ->
                assertThat(refreshed(monitor).path("created").asInt()).isPositive());
        assertThat(client.catalogued("CSVFile", "week-01.csv")).containsExactly("week-01.csv", "week-01.csv");
        assertThat(server.data().resolve("db")).as("files of H2").doesNotExist();
    }

    @Test
    @Order(2)
    void auditLogIsFiledAndFound() {
        DaemonClient.until(() -> client.audited(DAEMON, "SERVER-OPS-0004").size() == 1);
        DaemonClient.until(
                () -> client.audited(DAEMON, "INTEGRATION-DAEMON-SERVICES-0043").size() >= 3);
    }

    @Test
    @Order(3)
    void lostConnectionsFailNothing() {
        database.restart();
        client.post(DaemonClient.DAEMON + "refresh?wait=20", "");

        assertThat(MONITORS)
                .extracting(monitor ->
                        client.connector(monitor).path("connectorStatus").asText())
                .containsOnly("RUNNING");
        assertThat(client.catalogued("CSVFile", "week-01.csv")).hasSize(2);
        assertThat(server.isReady()).isTrue();
    }

    @Test
    @Order(4)
    void frozenServerGoesOnWhenItThaws() {
        server.freeze();
        assertThat(server.isReady()).isFalse();
        server.thaw();

        DaemonClient.until(server::isReady);
        assertThat(client.catalogued("CSVFile", "week-01.csv")).hasSize(2);
    }

    @Test
    @Order(5)
    void nothingIsCataloguedTwiceAfterARestart() {
        List<String> before = client.catalogued("DataFile", "csv");
        server.stop();
        server.start(database.settings());
        server.awaitReady(START_BOUND);

        MONITORS.forEach(monitor -> {
            JsonNode statistics = refreshed(monitor);
            assertThat(statistics.path("created").asInt()).isZero();
            assertThat(statistics.path("unchanged").asInt()).isPositive();
        });
        assertThat(client.catalogued("DataFile", "csv")).isNotEmpty().containsExactlyInAnyOrderElementsOf(before);
        DaemonClient.until(() -> client.audited(DAEMON, "SERVER-OPS-0004").size() == 2);
    }

    /** What the last refresh that succeeded did. */
    private static JsonNode refreshed(String monitor) {
        client.await(monitor, "RUNNING");
        DaemonClient.until(() -> client.connector(monitor).has("lastSuccessfulRefresh"));
        return client.connector(monitor).path("statistics");
    }
}
