package io.openintegration.daemon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.testing.LibertyProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two nodes, one daemon: whatever happens to the node that runs it, the other takes over. Each step builds on the one before. */
@EnabledIfSystemProperty(
        named = "arquillian.launch",
        matches = "liberty",
        disabledReason =
                "starts Open Liberty itself: freezing a process is the operating system's business, not the server's")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    /** The promise, and no more. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(15);

    /** Takes seconds to catalogue. */
    private static final int MANY = 4_000;

    private static TwoNodes nodes;

    @BeforeAll
    static void start() throws IOException {
        nodes = new TwoNodes();
        nodes.start(nodes.nodes().get(0));
    }

    @AfterAll
    static void end() throws IOException {
        nodes.close();
    }

    @Test
    @Order(1)
    void nodeThatIsFrozenInTheMiddleOfARefreshIsReplacedAndWritesNothingAfterwards() throws Exception {
        LibertyProcess frozen = nodes.nodes().get(0);
        LibertyProcess successor = nodes.nodes().get(1);
        nodes.start(successor);
        assertThat(nodes.active()).isSameAs(frozen);
        assertThat(nodes.duty(successor)).isEqualTo("STANDBY");
        awaitQuiet(frozen);
        for (int file = 0; file < MANY; file++) {
            nodes.addFile("late-%04d.csv".formatted(file));
        }
        String run = begunRefresh(frozen);

        frozen.freeze();
        awaitTakeOverBy(successor);
        awaitQuiet(successor);
        List<JsonNode> runs = nodes.runs(successor);
        frozen.thaw();
        DaemonClient.until(() -> nodes.duty(frozen).equals("STANDBY"));
        DaemonClient.until(() -> !nodes.client(successor)
                .audited(TwoNodes.DAEMON, "INTEGRATION-DAEMON-SERVICES-0092")
                .isEmpty());

        assertThat(runs)
                .filteredOn(found -> found.path("id").asText().equals(run))
                .extracting(found -> found.path("outcome").asText())
                .containsExactly("LOST");
        assertThat(nodes.runs(successor).subList(0, runs.size()))
                .as("history of what had ended")
                .isEqualTo(runs);
        assertThat(nodes.catalogued()).hasSize(TwoNodes.FILES + MANY).doesNotHaveDuplicates();
    }

    @Test
    @Order(2)
    void standbyAnswersStatusAndHandsRequestsOn() throws Exception {
        LibertyProcess standby = nodes.other(nodes.active());
        nodes.addFile("added-later.csv");

        // what the other node does reaches this one every other second
        DaemonClient.untilAsserted(() -> assertThat(nodes.client(standby)
                        .connector(TwoNodes.CONNECTOR)
                        .path("connectorStatus")
                        .asText())
                .isEqualTo("RUNNING"));
        JsonNode answer = nodes.client(standby)
                .post(
                        "api/v1/servers/" + TwoNodes.DAEMON + "/connectors/" + TwoNodes.CONNECTOR + "/refresh?wait=30",
                        "");

        assertThat(answer.path("completed").asBoolean()).isTrue();
        assertThat(nodes.catalogued()).hasSize(TwoNodes.FILES + MANY + 1);
        assertThat(nodes.duty(standby)).isEqualTo("STANDBY");
    }

    @Test
    @Order(3)
    void nodeThatIsKilledIsReplaced() {
        LibertyProcess killed = nodes.active();

        killed.kill();

        awaitTakeOverBy(nodes.other(killed));
        awaitQuiet(nodes.other(killed));
        nodes.start(killed);
        assertThat(nodes.duty(killed)).isEqualTo("STANDBY");
    }

    @Test
    @Order(4)
    void nodeThatIsCutOffFromTheDatabaseIsReplacedAndStandsByAfterwards() {
        LibertyProcess cutOff = nodes.active();

        nodes.cable(cutOff).cut();
        awaitTakeOverBy(nodes.other(cutOff));
        assertThat(nodes.isActive(cutOff)).as("the node that is cut off").isFalse();
        awaitQuiet(nodes.other(cutOff));
        nodes.cable(cutOff).mend();

        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> nodes.duty(cutOff).equals("STANDBY"));
    }

    @Test
    @Order(5)
    void rollingUpdateHandsOverAtOnce() throws Exception {
        LibertyProcess first = nodes.active();
        LibertyProcess second = nodes.other(first);

        first.stop();
        awaitTakeOverBy(second);
        nodes.start(first);
        awaitQuiet(second);
        second.stop();
        awaitTakeOverBy(first);
        awaitQuiet(first);

        assertThat(nodes.catalogued()).hasSize(TwoNodes.FILES + MANY + 1).doesNotHaveDuplicates();
    }

    @Test
    @Order(6)
    void noConnectorEverRanTwiceAtATime() {
        List<JsonNode> runs = nodes.runs(nodes.active());

        assertThat(runs).hasSizeGreaterThanOrEqualTo(6);
        for (int next = 1; next < runs.size(); next++) {
            JsonNode run = runs.get(next - 1);
            assertThat(run.path("outcome").asText()).as("outcome of %s", run).isNotEqualTo("RUNNING");
            assertThat(TwoNodes.time(runs.get(next), "begin"))
                    .as("begin of what follows %s", run)
                    .isAfterOrEqualTo(TwoNodes.time(run, "end"));
        }
    }

    private static void awaitTakeOverBy(LibertyProcess node) {
        Awaitility.await("take-over, see " + node.log())
                .atMost(TAKE_OVER)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> nodes.isActive(node));
    }

    /** Waits until the connector waits for its next refresh. */
    private static void awaitQuiet(LibertyProcess node) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    List<JsonNode> runs = nodes.runs(node);
                    return !runs.isEmpty()
                            && runs.get(runs.size() - 1)
                                    .path("outcome")
                                    .asText()
                                    .equals("SUCCEEDED");
                });
    }

    /** The id of a refresh that has catalogued something, and goes on. */
    private static String begunRefresh(LibertyProcess node) {
        nodes.client(node)
                .post("api/v1/servers/" + TwoNodes.DAEMON + "/connectors/" + TwoNodes.CONNECTOR + "/refresh", "");
        DaemonClient.until(() -> latest(node).path("outcome").asText().equals("RUNNING")
                && latest(node).at("/report/created").asInt() > 0);
        return latest(node).path("id").asText();
    }

    private static JsonNode latest(LibertyProcess node) {
        List<JsonNode> runs = nodes.runs(node);
        return runs.get(runs.size() - 1);
    }
}
