package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connectors that hang and ignore interrupts are given up, and harm nobody else. */
class HangingConnectorTest {

    private final ScriptedDaemon daemon = new ScriptedDaemon();

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @Test
    void restartReplacesAConnectorThatHangsAndIgnoresInterrupts() throws InterruptedException {
        ScriptedConnector hanging =
                new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.awaitStubbornly());
        ScriptedConnector next = new ScriptedConnector();
        DaemonBench bench = daemon.start(hanging, next);
        bench.await(NAME, ConnectorStatus.REFRESHING);

        daemon.restart();
        bench.awaitRefreshes(NAME, 1);

        assertThat(next.count(Method.REFRESH)).isEqualTo(1);
        assertThat(hanging.count(Method.DISCONNECT)).isEqualTo(1);
        assertThat(bench.auditLog.ids()).contains("INTEGRATION-DAEMON-SERVICES-0072");
    }

    @Test
    void connectorThatWasGivenUpInInitializeIsNotStartedAfterItsDisconnect() throws InterruptedException {
        ScriptedConnector hanging =
                new ScriptedConnector().on(Method.INITIALIZE, refresh -> daemon.gate.awaitStubbornly());
        DaemonBench bench = daemon.start(hanging, new ScriptedConnector());
        DaemonBench.until(() -> hanging.count(Method.INITIALIZE) == 1);
        daemon.restart();
        bench.awaitRefreshes(NAME, 1);

        daemon.gate.open();
        DaemonBench.until(hanging::isIdle);
        DaemonBench.awaitNoOperation();

        assertThat(hanging.calls()).containsExactly(Method.INITIALIZE, Method.DISCONNECT);
    }

    @Test
    void connectorWhoseContextComesTooLateIsNotInitialized() throws InterruptedException {
        ScriptedConnector late = new ScriptedConnector();
        DaemonBench bench = daemon.build(late, new ScriptedConnector());
        CountDownLatch connecting = new CountDownLatch(1);
        bench.metadataServers.onConnect(() -> {
            bench.metadataServers.onConnect(() -> {});
            connecting.countDown();
            daemon.gate.awaitStubbornly();
        });
        bench.daemon().start();
        connecting.await();
        daemon.restart();
        bench.awaitRefreshes(NAME, 1);

        daemon.gate.open();
        DaemonBench.awaitNoOperation();

        assertThat(late.calls()).isEmpty();
    }

    @Test
    void disconnectThatGetsItsThreadAfterTheGracePeriodIsMadeAllTheSame() {
        ScriptedConnector first = new ScriptedConnector();
        DaemonBench bench = daemon.start(first, new ScriptedConnector());
        bench.awaitRefreshes(NAME, 1);
        first.on(Method.REFRESH, refresh -> {
            bench.threads.hold();
            throw new IllegalStateException("scripted");
        });
        bench.daemon().refresh(ConnectorSelection.ALL, DaemonBench.OPERATOR);
        DaemonBench.until(() -> bench.auditLog.ids().contains("INTEGRATION-DAEMON-SERVICES-0023"));

        bench.threads.go();

        DaemonBench.until(() -> first.count(Method.DISCONNECT) == 1);
    }

    @Test
    void lateResultOfAnAbandonedCallChangesNothing() throws InterruptedException {
        ScriptedConnector hanging = new ScriptedConnector().on(Method.REFRESH, refresh -> {
            daemon.gate.awaitStubbornly();
            throw new IllegalStateException("too late");
        });
        DaemonBench bench = daemon.start(hanging, new ScriptedConnector());
        bench.await(NAME, ConnectorStatus.REFRESHING);
        daemon.restart();
        bench.awaitRefreshes(NAME, 1);
        ConnectorState before = bench.state(NAME);

        daemon.gate.open();
        DaemonBench.until(hanging::isIdle);

        assertThat(bench.state(NAME)).isEqualTo(before);
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0031")).isEmpty();
    }

    @Test
    void hangingConnectorsLeaveTheOthersTheirTurn() throws InterruptedException {
        ScriptedConnector hanging = new ScriptedConnector().on(Method.START, refresh -> daemon.gate.awaitStubbornly());
        ScriptedConnector working = new ScriptedConnector();
        DaemonBench bench =
                daemon.connectors(Stream.of("Hanging", NAME)).parallel(1).start(hanging, working, working);
        DaemonBench.until(() -> hanging.count(Method.START) == 1);

        bench.daemon().restart(ConnectorSelection.of(new ConnectorName("Hanging")), DaemonBench.OPERATOR);

        bench.awaitRefreshes(NAME, 1);
        assertThat(working.count(Method.REFRESH)).isPositive();
    }

    @Test
    void stopDoesNotWaitForConnectorsThatHangInAnyMethod() throws InterruptedException {
        ScriptedConnector inRefresh =
                new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.awaitStubbornly());
        ScriptedConnector inDisconnect =
                new ScriptedConnector().on(Method.DISCONNECT, refresh -> daemon.gate.awaitStubbornly());
        DaemonBench bench = daemon.connectors(Stream.of("A", "B")).parallel(4).start(inRefresh, inDisconnect);
        DaemonBench.until(() -> bench.daemon().status().get(0).connectors().stream()
                .map(report -> report.state().status())
                .toList()
                .containsAll(List.of(ConnectorStatus.REFRESHING, ConnectorStatus.WAITING)));

        bench.daemon().stop(Duration.ofSeconds(10));

        assertThat(bench.daemon().status().get(0).connectors())
                .allSatisfy(report -> assertThat(report.state().status()).isEqualTo(ConnectorStatus.STOPPED));
        assertThat(bench.auditLog.ids()).doesNotContain("INTEGRATION-DAEMON-SERVICES-0073");
    }

    @Test
    void connectorsThatHangInDisconnectLeaveTheOthersTheirs() throws InterruptedException {
        ScriptedConnector[] lives = Stream.generate(
                        () -> new ScriptedConnector().on(Method.DISCONNECT, refresh -> daemon.gate.awaitStubbornly()))
                .limit(20)
                .toArray(ScriptedConnector[]::new);
        DaemonBench bench = daemon.connectors(IntStream.range(0, lives.length).mapToObj(i -> "C" + i))
                .parallel(1)
                .start(lives);
        for (int i = 0; i < lives.length; i++) {
            bench.awaitRefreshes("C" + i, 1);
        }

        bench.daemon().stop(Duration.ofSeconds(2));

        assertThat(lives).allMatch(life -> life.count(Method.DISCONNECT) == 1);
        assertThat(bench.auditLog.ids()).doesNotContain("INTEGRATION-DAEMON-SERVICES-0073");
    }
}
