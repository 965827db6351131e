package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connectors work on while the history of runs is away, and it knows of their ends when it is back. */
class RunHistoryOutageTest {

    private static final Duration A_WHILE = Duration.ofSeconds(11);

    private final ScriptedDaemon daemon = new ScriptedDaemon();

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @Test
    void runThatEndsWhileTheHistoryIsAwayIsNotLeftRunning() {
        ScriptedConnector connector = new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.await());
        DaemonBench bench = daemon.start(connector);
        DaemonBench.until(() -> connector.count(Method.REFRESH) == 1);
        bench.runs.failWith(RuntimeMessage.NOT_A_PATH.with("the test"));
        daemon.gate.open();
        bench.awaitRefreshes(NAME, 1);
        DaemonBench.until(() -> bench.auditLog.ids().contains("INTEGRATION-DAEMON-SERVICES-0089"));
        bench.pass(A_WHILE);

        bench.runs.recover();
        bench.pass(A_WHILE);

        DaemonBench.until(() -> bench.runs(NAME).get(0).outcome() == RunOutcome.SUCCEEDED);
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0089"))
                .as("told once")
                .hasSize(1);
        assertThat(bench.runs.told())
                .as("ends that are counted")
                .singleElement()
                .satisfies(end -> assertThat(end.outcome()).isEqualTo(RunOutcome.SUCCEEDED));
    }

    @Test
    void refreshThatIsGivenUpIsToldOfOnce() {
        ScriptedConnector hanging =
                new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.awaitStubbornly());
        DaemonBench bench = daemon.start(hanging);
        DaemonBench.until(() -> hanging.count(Method.REFRESH) == 1);

        bench.leap(Duration.ofDays(1));
        bench.await(NAME, ConnectorStatus.FAILED);
        bench.pass(A_WHILE);
        daemon.gate.open();
        DaemonBench.until(hanging::isIdle);
        DaemonBench.awaitNoOperation();

        assertThat(bench.runs.told()).extracting(RunReport::outcome).containsExactly(RunOutcome.FAILED);
    }

    @Test
    void runsThatBeginAndEndWhileTheHistoryIsAwayAreNotedInTheirOrder() {
        DaemonBench bench = daemon.build(ScriptedConnector::new);
        bench.runs.failWith(RuntimeMessage.NOT_A_PATH.with("the test"));
        bench.daemon().start();
        bench.awaitRefreshes(NAME, 1);
        bench.leap(ScriptedDaemon.INTERVAL);
        bench.awaitRefreshes(NAME, 2);
        DaemonBench.awaitNoOperation();

        bench.runs.recover();
        bench.pass(A_WHILE);

        DaemonBench.until(() -> bench.runs(NAME).size() == 2);
        assertThat(bench.runs(NAME)).extracting(RunReport::outcome).containsOnly(RunOutcome.SUCCEEDED);
        assertThat(bench.runs(NAME).get(0).begin())
                .isEqualTo(bench.runs(NAME).get(1).begin().plus(ScriptedDaemon.INTERVAL));
    }
}
