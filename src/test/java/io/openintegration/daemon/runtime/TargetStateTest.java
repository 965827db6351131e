package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.INTERVAL;
import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators want connectors to do is kept apart from what these do, and over restarts. */
class TargetStateTest {

    private static final ConnectorSelection ONE = ConnectorSelection.of(new ConnectorName(NAME));

    private final ScriptedDaemon daemon = new ScriptedDaemon();

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @Test
    void pausedConnectorStaysReadyAndIsNotRefreshed() {
        ScriptedConnector connector = new ScriptedConnector();
        DaemonBench bench = daemon.start(connector);
        bench.awaitRefreshes(NAME, 1);

        bench.daemon().setTarget(ONE, TargetState.PAUSED, DaemonBench.OPERATOR);
        bench.leap(INTERVAL.multipliedBy(3));

        assertThat(bench.state(NAME).status()).isEqualTo(ConnectorStatus.WAITING);
        assertThat(bench.report(NAME).target()).isEqualTo(TargetState.PAUSED);
        assertThat(connector.count(Method.REFRESH)).isEqualTo(1);
        assertThatThrownBy(() -> bench.daemon().refresh(ONE, DaemonBench.OPERATOR))
                .hasMessageContaining("INTEGRATION-DAEMON-SERVICES-400-048");

        bench.daemon().setTarget(ONE, TargetState.STARTED, DaemonBench.OPERATOR);
        bench.awaitRefreshes(NAME, 2);
    }

    @Test
    void stoppedConnectorStaysSoOverARestartOfTheServerAndOfAllConnectors() throws InterruptedException {
        ScriptedConnector first = new ScriptedConnector();
        ScriptedConnector second = new ScriptedConnector();
        DaemonBench bench = daemon.start(first, second);
        bench.awaitRefreshes(NAME, 1);
        bench.daemon().setTarget(ONE, TargetState.STOPPED, DaemonBench.OPERATOR);
        bench.await(NAME, ConnectorStatus.STOPPED);
        assertThat(first.count(Method.DISCONNECT)).isEqualTo(1);

        bench.restartServer();
        bench.await(NAME, ConnectorStatus.STOPPED);
        RequestReceipt all = bench.daemon().restart(ConnectorSelection.ALL, DaemonBench.OPERATOR);

        assertThat(all.skipped())
                .extracting(reason -> reason.id())
                .containsExactly("INTEGRATION-DAEMON-SERVICES-400-049");
        assertThat(second.calls()).isEmpty();
        assertThat(bench.state(NAME).lastSuccess()).as("known from before").isPresent();
    }

    @Test
    void restartByNameStartsAStoppedConnectorForGood() throws InterruptedException {
        DaemonBench bench = daemon.start(new ScriptedConnector(), new ScriptedConnector(), new ScriptedConnector());
        bench.awaitRefreshes(NAME, 1);
        bench.daemon().setTarget(ONE, TargetState.STOPPED, DaemonBench.OPERATOR);
        bench.await(NAME, ConnectorStatus.STOPPED);

        bench.daemon().restart(ONE, DaemonBench.OPERATOR);
        bench.awaitRefreshes(NAME, 2);

        assertThat(bench.report(NAME).target()).isEqualTo(TargetState.STARTED);
        bench.restartServer();
        bench.awaitRefreshes(NAME, 3);
    }

    @Test
    void pausedConnectorWithAThreadOfItsOwnIsDisconnected() {
        ScriptedConnector first = new ScriptedConnector().on(Method.ENGAGE, refresh -> daemon.gate.await());
        ScriptedConnector second = new ScriptedConnector().on(Method.ENGAGE, refresh -> daemon.gate.await());
        DaemonBench bench = daemon.blocking(true).start(first, second);
        bench.await(NAME, ConnectorStatus.RUNNING);

        bench.daemon().setTarget(ONE, TargetState.PAUSED, DaemonBench.OPERATOR);
        bench.await(NAME, ConnectorStatus.STOPPED);
        assertThat(first.count(Method.DISCONNECT)).isEqualTo(1);

        bench.daemon().setTarget(ONE, TargetState.STARTED, DaemonBench.OPERATOR);
        bench.await(NAME, ConnectorStatus.RUNNING);
        assertThat(second.count(Method.ENGAGE)).isEqualTo(1);
    }
}
