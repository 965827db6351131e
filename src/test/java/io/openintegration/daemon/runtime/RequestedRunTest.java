package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request names the refresh that comes of it, from when that begins. */
class RequestedRunTest {

    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final Gate starting = new Gate();

    @AfterEach
    void stop() throws InterruptedException {
        starting.open();
        daemon.close();
    }

    @Test
    void refreshThatWasAskedForIsNamedWhileItGoesOnAndAfter() throws InterruptedException {
        ScriptedConnector connector = new ScriptedConnector();
        DaemonBench bench = daemon.start(connector);
        bench.awaitRefreshes(NAME, 1);
        connector.on(Method.REFRESH, refresh -> daemon.gate.await());

        RequestReceipt receipt = bench.daemon().refresh(ConnectorSelection.ALL, DaemonBench.OPERATOR);
        DaemonBench.until(() -> connector.count(Method.REFRESH) == 2);

        RunId run = bench.report(NAME).run().orElseThrow().id();
        assertThat(part(receipt).isDone()).isFalse();
        assertThat(part(receipt).run()).contains(run);
        daemon.gate.open();
        assertThat(receipt.await(Duration.ofSeconds(10))).isTrue();
        assertThat(part(receipt).run()).contains(run);
    }

    @Test
    void restartNamesTheFirstRefreshOfTheNewLife() throws InterruptedException {
        ScriptedConnector second = new ScriptedConnector()
                .on(Method.START, refresh -> starting.await())
                .on(Method.REFRESH, refresh -> daemon.gate.await());
        DaemonBench bench = daemon.start(new ScriptedConnector(), second);
        bench.awaitRefreshes(NAME, 1);

        RequestReceipt receipt = bench.daemon().restart(ConnectorSelection.ALL, DaemonBench.OPERATOR);
        DaemonBench.until(() -> second.count(Method.START) == 1);
        assertThat(part(receipt).run()).as("while it starts").isEmpty();
        starting.open();
        DaemonBench.until(() -> second.count(Method.REFRESH) == 1);

        assertThat(part(receipt).isDone()).isFalse();
        assertThat(part(receipt).run())
                .contains(bench.report(NAME).run().orElseThrow().id());
        daemon.gate.open();
        assertThat(receipt.await(Duration.ofSeconds(10))).isTrue();
        assertThat(part(receipt).run()).isPresent();
    }

    @Test
    void requestsThatWereJoinedNameTheSameRefresh() throws InterruptedException {
        ScriptedConnector connector = new ScriptedConnector().on(Method.START, refresh -> starting.await());
        DaemonBench bench = daemon.start(connector);
        DaemonBench.until(() -> connector.count(Method.START) == 1);

        RequestReceipt one = bench.daemon().refresh(ConnectorSelection.ALL, DaemonBench.OPERATOR);
        RequestReceipt other = bench.daemon().refresh(ConnectorSelection.ALL, DaemonBench.OPERATOR);
        starting.open();

        assertThat(one.await(Duration.ofSeconds(10))).isTrue();
        assertThat(other.await(Duration.ofSeconds(10))).isTrue();
        assertThat(connector.count(Method.REFRESH)).isEqualTo(1);
        assertThat(part(one).run()).isPresent().isEqualTo(part(other).run());
    }

    @Test
    void restartThatIsOvertakenByAnotherOneEndsWithIt() throws InterruptedException {
        ScriptedConnector second = new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.await());
        DaemonBench bench = daemon.start(new ScriptedConnector(), second, new ScriptedConnector());
        bench.awaitRefreshes(NAME, 1);
        RequestReceipt overtaken = bench.daemon().restart(ConnectorSelection.ALL, DaemonBench.OPERATOR);
        DaemonBench.until(() -> second.count(Method.REFRESH) == 1);

        RequestReceipt last = bench.daemon().restart(ConnectorSelection.ALL, DaemonBench.OPERATOR);

        assertThat(overtaken.await(Duration.ofSeconds(10))).isTrue();
        assertThat(last.await(Duration.ofSeconds(10))).isTrue();
        RunId run = part(overtaken).run().orElseThrow();
        assertThat(bench.daemon().run(run).orElseThrow().outcome()).isEqualTo(RunOutcome.CANCELLED);
        assertThat(part(last).run()).isPresent().isNotEqualTo(part(overtaken).run());
    }

    @Test
    void connectorThatDoesNotComeToLifeEndsTheRequestWithoutARefresh() throws InterruptedException {
        ScriptedConnector failing = new ScriptedConnector().on(Method.START, refresh -> {
            throw new IllegalStateException("scripted");
        });
        DaemonBench bench = daemon.start(new ScriptedConnector(), failing);
        bench.awaitRefreshes(NAME, 1);

        RequestReceipt receipt = bench.daemon().restart(ConnectorSelection.ALL, DaemonBench.OPERATOR);

        assertThat(receipt.await(Duration.ofSeconds(10))).isTrue();
        assertThat(part(receipt).run()).isEmpty();
    }

    private static Errand part(RequestReceipt receipt) {
        return receipt.parts().get(new ConnectorName(NAME));
    }
}
