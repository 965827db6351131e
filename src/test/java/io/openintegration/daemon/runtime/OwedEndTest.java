package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The history is away at the moment in which a refresh ends. */
class OwedEndTest {

    private static final String NOT_KEPT = "INTEGRATION-DAEMON-SERVICES-0089";
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final ScriptedDaemon daemon = new ScriptedDaemon();

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @Test
    void endThatCouldNotBeNotedIsNotedWhenTheHistoryIsBack() {
        DaemonBench bench = withAnEndThatCouldNotBeNoted();
        assertThat(outcome(bench)).isEqualTo(RunOutcome.RUNNING);
        bench.leap(A_WHILE);

        bench.runs.recover();

        DaemonBench.until(() -> {
            bench.leap(A_WHILE);
            return outcome(bench) == RunOutcome.SUCCEEDED;
        });
    }

    private DaemonBench withAnEndThatCouldNotBeNoted() {
        ScriptedConnector connector = new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.await());
        DaemonBench bench = daemon.interval(Duration.ofDays(1)).start(connector);
        DaemonBench.until(() -> connector.count(Method.REFRESH) == 1);
        bench.runs.failWith(RuntimeMessage.UNKNOWN_RUN.with(NAME, "daemon"));
        daemon.gate.open();
        DaemonBench.until(() -> bench.auditLog.ids().contains(NOT_KEPT));
        return bench;
    }

    private static RunOutcome outcome(DaemonBench bench) {
        return bench.runs(NAME).get(0).outcome();
    }
}
