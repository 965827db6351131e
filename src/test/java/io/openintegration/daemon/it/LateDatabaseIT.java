package io.openintegration.daemon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.testing.LibertyProcess;
import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TcpProxy;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A machine on which everything is started at once, and PostgreSQL takes longer. */
@EnabledIfSystemProperty(
        named = "arquillian.launch",
        matches = "liberty",
        disabledReason = "starts Open Liberty itself; Payara has its database by a resource")
class LateDatabaseIT {

    private static final Duration START_BOUND = Duration.ofMinutes(6);

    /** Longer than the longest pause between two tries. */
    private static final Duration RETRY_BOUND = Duration.ofSeconds(90);

    private static PostgresDatabase database;
    private static TcpProxy cable;
    private static LibertyProcess server;

    @BeforeAll
    static void startWithoutDatabase() throws IOException {
        database = new PostgresDatabase();
        cable = database.proxy();
        cable.refuse();
        server = new LibertyProcess("daemonBeforePostgres");
        server.start(database.settings(cable.port()));
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
        cable.close();
        database.close();
    }

    @Test
    void serverThatBootsBeforeItsDatabaseStartsItsServersWhenThatIsThere() throws IOException {
        DaemonClient client = new DaemonClient(server.base());
        Awaitility.await("start without a database, see " + server.log())
                .atMost(START_BOUND)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> client.send("GET", "health/started", "").statusCode() == 200);
        assertThat(client.send("GET", "health/ready", ""))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(503))
                .satisfies(answer ->
                        assertThat(answer.body()).contains("OPEN-METADATA-STORE-500-001", "DAEMON-DATABASE-500-002"));

        cable.acceptAgain();

        server.awaitReady(RETRY_BOUND);
        assertThat(client.get("api/v1/servers").path("servers"))
                .extracting(JsonNode::toString)
                .allMatch(found -> found.contains("RUNNING"));
        DaemonClient.until(
                () -> client.audited("platform", "PLATFORM-STARTUP-0002").size() == 2);
        assertThat(client.audited("platform", "PLATFORM-STARTUP-0001")).hasSize(1);
    }
}
