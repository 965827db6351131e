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
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What makes a connector fail, and that it stays so until it is restarted. */
class FailedConnectorTest {

    private final ScriptedDaemon daemon = new ScriptedDaemon();

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @Test
    void failedConnectorIsNotCalledUntilRestarted() throws InterruptedException {
        ScriptedConnector broken = new ScriptedConnector().on(Method.REFRESH, refresh -> {
            throw new IllegalStateException("the third party is on fire");
        });
        ScriptedConnector mended = new ScriptedConnector();
        DaemonBench bench = daemon.start(broken, mended);
        ConnectorState failed = bench.await(NAME, ConnectorStatus.FAILED);
        assertThat(failed.failure().orElseThrow().message().toString())
                .startsWith("INTEGRATION-DAEMON-SERVICES-500-010 ")
                .contains("refresh", "the third party is on fire");

        bench.clock.advance(INTERVAL.multipliedBy(3));
        bench.daemon().tick();
        assertThat(broken.count(Method.REFRESH)).isEqualTo(1);
        assertThat(bench.state(NAME).lastRefreshTime())
                .as("considered, though not called")
                .contains(bench.clock.instant());
        assertThatThrownBy(() ->
                        bench.daemon().refresh(ConnectorSelection.of(new ConnectorName(NAME)), DaemonBench.OPERATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("INTEGRATION-DAEMON-SERVICES-400-044")
                .hasMessageContaining("the third party is on fire");

        daemon.restart();
        bench.awaitRefreshes(NAME, 1);
        assertThat(bench.state(NAME).failure()).isEmpty();
        assertThat(mended.count(Method.REFRESH)).isEqualTo(1);
        assertThat(broken.count(Method.REFRESH)).isEqualTo(1);
    }

    @Test
    void afterARestartRequestTheOldFailureIsNeverShown() {
        CountDownLatch gate = new CountDownLatch(1);
        DaemonBench bench = daemon.start(
                new ScriptedConnector().on(Method.START, refresh -> {
                    throw new IllegalStateException("first");
                }),
                new ScriptedConnector().on(Method.START, refresh -> gate.await()));
        bench.await(NAME, ConnectorStatus.FAILED);

        bench.daemon().restart(ConnectorSelection.ALL, DaemonBench.OPERATOR);

        assertThat(bench.state(NAME).status()).isEqualTo(ConnectorStatus.INITIALIZED);
        assertThat(bench.state(NAME).failure()).isEmpty();
        gate.countDown();
        bench.awaitRefreshes(NAME, 1);
    }

    @Test
    void connectorIsDisconnectedExactlyOnceAlsoWhenStartFailed() throws InterruptedException {
        ScriptedConnector connector = new ScriptedConnector().on(Method.START, refresh -> {
            throw new IllegalStateException("no");
        });
        DaemonBench bench = daemon.start(connector, new ScriptedConnector());
        bench.await(NAME, ConnectorStatus.FAILED);
        DaemonBench.until(() -> connector.count(Method.DISCONNECT) == 1);

        daemon.restart();
        bench.awaitRefreshes(NAME, 1);

        assertThat(connector.count(Method.DISCONNECT)).isEqualTo(1);
    }

    @Test
    void errorsAreFailuresToo() {
        DaemonBench bench = daemon.start(new ScriptedConnector().on(Method.REFRESH, refresh -> {
            throw new StackOverflowError("deep");
        }));

        ConnectorState failed = bench.await(NAME, ConnectorStatus.FAILED);

        assertThat(failed.failure().orElseThrow().message().toString()).contains("StackOverflowError");
    }

    @Test
    void whatCannotWordItselfIsAFailureToo() {
        ScriptedConnector connector = new ScriptedConnector().on(Method.REFRESH, refresh -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException();
                }
            };
        });
        DaemonBench bench = daemon.start(connector);

        bench.await(NAME, ConnectorStatus.FAILED);

        DaemonBench.until(() -> connector.count(Method.DISCONNECT) == 1);
    }

    @Test
    void providerThatIsNotRegisteredIsNeverLoaded() {
        DaemonBench bench = daemon.provider("java.lang.Runtime").parallel(1).start();

        ConnectorState failed = bench.await(NAME, ConnectorStatus.CONFIG_FAILED);

        assertThat(failed.failure().orElseThrow().message().toString())
                .startsWith("INTEGRATION-DAEMON-SERVICES-400-041 ")
                .contains("java.lang.Runtime");
    }
}
