package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connectors with blocking calls have a thread of their own. */
class EngagedConnectorTest {

    private final ScriptedDaemon daemon = new ScriptedDaemon();

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @Test
    void blockingConnectorIsEngagedOnItsOwnThreadAndStoppedWhenItReturns() {
        CountDownLatch gate = new CountDownLatch(1);
        ScriptedConnector connector = new ScriptedConnector().on(Method.ENGAGE, refresh -> gate.await());
        DaemonBench bench = daemon.blocking(true).parallel(1).start(connector);
        bench.await(NAME, ConnectorStatus.RUNNING);
        assertThatThrownBy(() ->
                        bench.daemon().refresh(ConnectorSelection.of(new ConnectorName(NAME)), DaemonBench.OPERATOR))
                .hasMessageContaining("INTEGRATION-DAEMON-SERVICES-400-045");

        gate.countDown();
        bench.await(NAME, ConnectorStatus.STOPPED);

        assertThat(connector.calls())
                .containsExactly(Method.INITIALIZE, Method.START, Method.ENGAGE, Method.DISCONNECT);
        assertThat(bench.auditLog.ids())
                .contains(
                        "INTEGRATION-DAEMON-SERVICES-0030",
                        "INTEGRATION-DAEMON-SERVICES-0034",
                        "INTEGRATION-DAEMON-SERVICES-0035");
    }

    @Test
    void restartInterruptsAnEngagedConnector() throws InterruptedException {
        ScriptedConnector first = new ScriptedConnector().on(Method.ENGAGE, refresh -> daemon.gate.await());
        ScriptedConnector second = new ScriptedConnector().on(Method.ENGAGE, refresh -> daemon.gate.await());
        DaemonBench bench = daemon.blocking(true).parallel(1).start(first, second);
        bench.await(NAME, ConnectorStatus.RUNNING);

        daemon.restart();
        DaemonBench.until(() -> second.count(Method.ENGAGE) == 1);

        assertThat(first.count(Method.DISCONNECT)).isEqualTo(1);
        assertThat(bench.await(NAME, ConnectorStatus.RUNNING).failure()).isEmpty();
    }
}
