package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.DaemonBench.STUCK_AFTER;
import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Descriptions;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call without a sign of life is reported with its stack, and no longer keeps others from their turn. */
class StuckConnectorTest {

    private static final String STUCK = "INTEGRATION-DAEMON-SERVICES-0076";
    private static final String ALIVE_AGAIN = "INTEGRATION-DAEMON-SERVICES-0077";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final Gate middle = new Gate();

    @AfterEach
    void stop() throws InterruptedException {
        middle.open();
        daemon.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"INITIALIZE", "START", "REFRESH"})
    void silentCallIsReportedOnceWithItsMethodAndTheConnectorsFrame(Method method) {
        ScriptedConnector silent = new ScriptedConnector().on(method, refresh -> daemon.gate.await());
        DaemonBench bench = daemon.start(silent);
        DaemonBench.until(() -> silent.count(method) == 1);
        Instant begin = bench.clock.instant();

        bench.leap(STUCK_AFTER.minus(A_SECOND));
        assertThat(bench.state(NAME).stuck()).isEmpty();
        bench.leap(A_SECOND);
        bench.leap(A_SECOND);

        Stuck stuck = bench.state(NAME).stuck().orElseThrow();
        assertThat(stuck.method()).isEqualToIgnoringCase(method.name());
        assertThat(stuck.since()).isEqualTo(begin);
        assertThat(stuck.stack())
                .anyMatch(frame -> frame.contains(ScriptedConnector.class.getName() + "." + stuck.method()));
        assertThat(bench.auditLog.entries(STUCK)).singleElement().satisfies(entry -> assertThat(
                        entry.message().text())
                .contains(NAME, stuck.method(), STUCK_AFTER.toSeconds() + " s", Gate.class.getSimpleName()));
        assertThat(bench.state(NAME).status().isFailure()).isFalse();
    }

    @Test
    void callThatFollowsASilentOneIsNotStuckFromTheBeginning() {
        ScriptedConnector silent = new ScriptedConnector()
                .on(Method.INITIALIZE, initialize -> daemon.gate.await())
                .on(Method.START, start -> middle.await());
        DaemonBench bench = daemon.start(silent);
        DaemonBench.until(() -> silent.count(Method.INITIALIZE) == 1);
        bench.leap(STUCK_AFTER);
        assertThat(bench.state(NAME).stuck()).isPresent();

        daemon.gate.open();
        DaemonBench.until(() -> silent.count(Method.START) == 1);

        assertThat(bench.state(NAME).stuck()).isEmpty();
    }

    @Test
    void itsPlaceIsGivenBackSoThatAnotherWorks() {
        ScriptedConnector silent = new ScriptedConnector().on(Method.START, refresh -> daemon.gate.awaitStubbornly());
        ScriptedConnector other = new ScriptedConnector();
        DaemonBench bench =
                daemon.connectors(Stream.of("Silent", "Other")).parallel(1).start(silent, other);
        DaemonBench.until(() -> silent.count(Method.START) == 1);
        assertThat(other.calls()).isEmpty();

        bench.leap(STUCK_AFTER);

        bench.awaitRefreshes("Other", 1);
        assertThat(bench.state("Silent").stuck()).isPresent();
    }

    @Test
    void itsPlaceIsLentToThoseWhoWaitLongBefore() {
        ScriptedConnector silent = new ScriptedConnector().on(Method.START, refresh -> daemon.gate.awaitStubbornly());
        ScriptedConnector other = new ScriptedConnector();
        DaemonBench bench =
                daemon.connectors(Stream.of("Silent", "Other")).parallel(1).start(silent, other);
        DaemonBench.until(() -> silent.count(Method.START) == 1);
        bench.daemon().tick();
        assertThat(other.calls()).isEmpty();

        bench.leap(ConnectorWard.SILENT_AFTER);

        bench.awaitRefreshes("Other", 1);
        assertThat(bench.state("Silent").stuck()).isEmpty();
    }

    @Test
    void heartbeatClearsTheReport() {
        ScriptedConnector busy = new ScriptedConnector();
        busy.on(Method.REFRESH, refresh -> {
            middle.await();
            busy.context().heartbeat();
            daemon.gate.await();
        });
        assertCleared(busy);
    }

    @Test
    void descriptionClearsTheReport() {
        ScriptedConnector busy = new ScriptedConnector().on(Method.REFRESH, refresh -> {
            middle.await();
            Descriptions.describe(refresh, "folder");
            daemon.gate.await();
        });
        assertCleared(busy);
    }

    private void assertCleared(ScriptedConnector busy) {
        DaemonBench bench = daemon.start(busy);
        bench.await(NAME, ConnectorStatus.REFRESHING);
        DaemonBench.until(() -> busy.count(Method.REFRESH) == 1);
        bench.leap(STUCK_AFTER);
        assertThat(bench.state(NAME).stuck()).isPresent();

        middle.open();
        DaemonBench.until(() -> {
            bench.daemon().tick();
            return bench.state(NAME).stuck().isEmpty();
        });

        assertThat(bench.auditLog.entries(ALIVE_AGAIN)).hasSize(1);
        bench.leap(STUCK_AFTER.minus(A_SECOND));
        assertThat(bench.state(NAME).stuck()).as("silence is counted anew").isEmpty();
        bench.leap(A_SECOND);
        assertThat(bench.state(NAME).stuck()).as("stuck a second time").isPresent();
        assertThat(bench.auditLog.entries(STUCK)).hasSize(2);
    }

    @Test
    void endOfTheCallClearsTheReport() {
        DaemonBench bench = daemon.start(new ScriptedConnector().on(Method.REFRESH, refresh -> middle.await()));
        bench.await(NAME, ConnectorStatus.REFRESHING);
        bench.leap(STUCK_AFTER);

        middle.open();

        assertThat(bench.await(NAME, ConnectorStatus.WAITING).stuck()).isEmpty();
    }

    @Test
    void engagedConnectorIsNeverStuck() {
        ScriptedConnector engaged = new ScriptedConnector().on(Method.ENGAGE, refresh -> daemon.gate.await());
        DaemonBench bench = daemon.blocking(true).start(engaged);
        bench.await(NAME, ConnectorStatus.RUNNING);

        bench.leap(Duration.ofDays(30));

        assertThat(bench.state(NAME).status()).isEqualTo(ConnectorStatus.RUNNING);
        assertThat(bench.state(NAME).stuck()).isEmpty();
    }

    @Test
    void callOfAnAbandonedLifeDoesNotHideThatOfTheNext() throws InterruptedException {
        // the first hangs in initialize, and goes on to start when the second hangs in its refresh
        ScriptedConnector first = new ScriptedConnector().on(Method.INITIALIZE, refresh -> middle.awaitStubbornly());
        ScriptedConnector second = new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.await());
        DaemonBench bench = daemon.start(first, second);
        DaemonBench.until(() -> first.count(Method.INITIALIZE) == 1);
        bench.daemon().restart(ConnectorSelection.ALL, DaemonBench.OPERATOR);
        DaemonBench.until(() -> second.count(Method.REFRESH) == 1);

        middle.open();
        DaemonBench.until(() -> bench.auditLog.ids().contains("INTEGRATION-DAEMON-SERVICES-0074"));
        bench.leap(STUCK_AFTER);

        assertThat(bench.state(NAME).stuck()).map(Stuck::method).contains("refresh");
    }
}
