package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.INTERVAL;
import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The laws of a connector's life: the order of its calls, their times, one after the other. */
class HostedConnectorTest {

    private final ScriptedDaemon daemon = new ScriptedDaemon();

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @Test
    void connectorIsInitializedStartedRefreshedInThisOrder() {
        ScriptedConnector connector = new ScriptedConnector();
        DaemonBench bench = daemon.start(connector);
        bench.awaitRefreshes(NAME, 1);

        assertThat(connector.calls()).containsExactly(Method.INITIALIZE, Method.START, Method.REFRESH);
    }

    @Test
    void refreshComesWhenTheIntervalHasPassedAndNotBefore() {
        ScriptedConnector connector = new ScriptedConnector();
        DaemonBench bench = daemon.start(connector);
        bench.awaitRefreshes(NAME, 1);

        bench.clock.advance(INTERVAL.minusSeconds(1));
        bench.daemon().tick();
        assertThat(bench.state(NAME).status()).isEqualTo(ConnectorStatus.WAITING);
        assertThat(connector.count(Method.REFRESH)).isEqualTo(1);

        bench.clock.advance(Duration.ofSeconds(1));
        bench.daemon().tick();
        bench.awaitRefreshes(NAME, 2);
        assertThat(connector.count(Method.REFRESH)).isEqualTo(2);
    }

    @Test
    void errorInATickEndsNoSchedule() {
        DaemonBench bench = daemon.start(new ScriptedConnector());
        bench.awaitRefreshes(NAME, 1);
        DaemonBench.awaitNoOperation();

        bench.clock.failOnce(new StackOverflowError("a clock"));
        bench.daemon().tick();
        assertThat(bench.clock.hasFailed()).isTrue();
        bench.leap(INTERVAL);

        bench.awaitRefreshes(NAME, 2);
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0045")).hasSize(1);
    }

    @Test
    void neverMoreThanOneCallAtATime() throws InterruptedException {
        ScriptedConnector connector = new ScriptedConnector();
        DaemonBench bench = daemon.start(connector);
        bench.awaitRefreshes(NAME, 1);
        List<RequestReceipt> receipts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            receipts.add(bench.daemon().refresh(ConnectorSelection.ALL, DaemonBench.OPERATOR));
        }
        for (RequestReceipt receipt : receipts) {
            assertThat(receipt.await(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(connector.mostAtATime()).isEqualTo(1);
    }

    @Test
    void newLifeBeginsAfterTheDisconnectOfTheInterruptedOne() throws InterruptedException {
        AtomicBoolean released = new AtomicBoolean();
        AtomicBoolean releasedBefore = new AtomicBoolean();
        ScriptedConnector first = new ScriptedConnector()
                .on(Method.REFRESH, refresh -> daemon.gate.await())
                .on(Method.DISCONNECT, refresh -> {
                    daemon.gate.await(Duration.ofMillis(50));
                    released.set(true);
                });
        ScriptedConnector second =
                new ScriptedConnector().on(Method.INITIALIZE, refresh -> releasedBefore.set(released.get()));
        DaemonBench bench = daemon.start(first, second);
        bench.await(NAME, ConnectorStatus.REFRESHING);

        daemon.restart();
        bench.awaitRefreshes(NAME, 1);

        assertThat(releasedBefore).isTrue();
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0024")).hasSize(1);
    }

    @Test
    void unknownNamesAreErrorsAndChangeNothing() {
        DaemonBench bench = daemon.start(new ScriptedConnector());
        bench.awaitRefreshes(NAME, 1);
        long generation = bench.state(NAME).generation();

        assertThatThrownBy(() -> bench.daemon()
                        .restart(ConnectorSelection.of(new ConnectorName("Nobody")), DaemonBench.OPERATOR))
                .hasMessageStartingWith("INTEGRATION-DAEMON-SERVICES-400-031 ")
                .hasMessageContaining("Nobody");
        assertThatThrownBy(() ->
                        bench.daemon().restart(ConnectorSelection.of(IntegrationService.LINEAGE), DaemonBench.OPERATOR))
                .hasMessageStartingWith("INTEGRATION-DAEMON-SERVICES-400-030 ")
                .hasMessageContaining("lineage-integrator");
        assertThat(bench.state(NAME).generation()).isEqualTo(generation);
    }
}
