package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection is tried by an instance of its own, beside the connector, and costs one thread at the most. */
@Timeout(60)
class ConnectionTrialTest {

    private static final ConnectorName CONNECTOR = new ConnectorName(NAME);
    private static final ConnectionTestStep LOOKED_UP =
            new ConnectionTestStep(Kind.RESOLVE, "db.example", Outcome.PASSED, Duration.ZERO, Optional.empty());

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final Gate end = new Gate();

    @AfterEach
    void stop() throws InterruptedException {
        end.open();
        daemon.close();
    }

    @Test
    void stepsAreToldAndTheConnectorGoesOn() {
        ScriptedConnector connector = new ScriptedConnector();
        ScriptedConnector tried = new ScriptedConnector().offering(told -> told.accept(LOOKED_UP));
        DaemonBench bench = daemon.start(connector, tried);
        bench.awaitRefreshes(NAME, 1);

        ConnectionTrial trial = bench.daemon().tryConnection(CONNECTOR, DaemonBench.OPERATOR);

        assertThat(trial).isEqualTo(new ConnectionTrial(List.of(LOOKED_UP), true));
        assertThat(trial.passed()).isTrue();
        assertThat(tried.calls()).containsExactly(Method.INITIALIZE, Method.DISCONNECT);
        assertThat(connector.calls()).doesNotContain(Method.DISCONNECT);
        assertThat(bench.auditLog.ids()).contains("INTEGRATION-DAEMON-SERVICES-0113");
    }

    @Test
    void connectorWithoutATestIsRefused() {
        DaemonBench bench = daemon.start(new ScriptedConnector(), new ScriptedConnector());
        bench.awaitRefreshes(NAME, 1);

        assertThatThrownBy(() -> bench.daemon().tryConnection(CONNECTOR, DaemonBench.OPERATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("INTEGRATION-DAEMON-SERVICES-409-018");
    }

    @Test
    void configurationThatIsWrongIsAStepThatFailed() {
        ScriptedConnector tried = new ScriptedConnector().on(Method.INITIALIZE, initialize -> {
            throw new ConnectorException(FailureOrigin.CONFIGURATION, RuntimeMessage.NO_TRIAL.with("the address"));
        });
        DaemonBench bench = daemon.start(new ScriptedConnector(), tried);
        bench.awaitRefreshes(NAME, 1);

        ConnectionTrial trial = bench.daemon().tryConnection(CONNECTOR, DaemonBench.OPERATOR);

        assertThat(trial.passed()).isFalse();
        assertThat(trial.steps()).singleElement().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(Kind.CONFIGURATION);
            assertThat(step.message().orElseThrow().text()).contains("the address");
        });
        assertThat(tried.count(Method.DISCONNECT)).isEqualTo(1);
    }

    @Test
    void testThatDoesNotEndIsEndedAndKeepsOthersFromBeginning() {
        ScriptedConnector tried = new ScriptedConnector().offering(told -> {
            told.accept(LOOKED_UP);
            end.awaitStubbornly();
        });
        DaemonBench bench = daemon.start(new ScriptedConnector(), tried, new ScriptedConnector());
        bench.awaitRefreshes(NAME, 1);
        ConnectorSlot slot = bench.report(NAME).slot();
        ConnectionTrials trials = new ConnectionTrials(bench.environment(), Duration.ofMillis(100));

        ConnectionTrial trial = trials.carryOut(slot);

        assertThat(trial.finished()).isFalse();
        assertThat(trial.passed()).isFalse();
        assertThat(trial.steps()).containsExactly(LOOKED_UP);
        DaemonBench.until(() -> tried.count(Method.DISCONNECT) == 1);
        assertThatThrownBy(() -> trials.carryOut(slot)).hasMessageContaining("INTEGRATION-DAEMON-SERVICES-409-017");

        end.open();

        DaemonBench.until(() -> isPossible(trials, slot));
    }

    @Test
    void twoAtATimeAreNotTried() {
        Gate begun = new Gate();
        ScriptedConnector tried = new ScriptedConnector().offering(told -> {
            begun.open();
            end.awaitStubbornly();
        });
        DaemonBench bench = daemon.start(new ScriptedConnector(), tried);
        bench.awaitRefreshes(NAME, 1);
        CompletableFuture<ConnectionTrial> first =
                CompletableFuture.supplyAsync(() -> bench.daemon().tryConnection(CONNECTOR, DaemonBench.OPERATOR));
        begun.awaitStubbornly();

        assertThatThrownBy(() -> bench.daemon().tryConnection(CONNECTOR, DaemonBench.OPERATOR))
                .hasMessageContaining("INTEGRATION-DAEMON-SERVICES-409-017");

        end.open();
        assertThat(first.join().finished()).isTrue();
    }

    private static boolean isPossible(ConnectionTrials trials, ConnectorSlot slot) {
        try {
            trials.carryOut(slot);
            return true;
        } catch (RequestRefusedException refused) {
            // the last instance offers none: so it was asked
            return refused.reason().id().equals("INTEGRATION-DAEMON-SERVICES-409-018");
        }
    }
}
