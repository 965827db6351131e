package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The laws of a connector's life. */
class HostedConnectorTest {

    private static final String NAME = "Scripted";
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private DaemonBench bench;
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        never.countDown();
        bench.close();
    }

    @Test
    void connectorIsInitializedStartedRefreshedInThisOrder() {
        ScriptedConnector connector = run(new ScriptedConnector());

        assertThat(connector.calls()).containsExactly(Method.INITIALIZE, Method.START, Method.REFRESH);
    }

    @Test
    void refreshComesWhenTheIntervalHasPassedAndNotBefore() {
        ScriptedConnector connector = run(new ScriptedConnector());

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
    void failedConnectorIsNotCalledUntilRestarted() throws InterruptedException {
        ScriptedConnector broken = new ScriptedConnector().on(Method.REFRESH, refresh -> {
            throw new IllegalStateException("the third party is on fire");
        });
        ScriptedConnector mended = new ScriptedConnector();
        start(broken, mended);
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
        assertThatThrownBy(() -> bench.daemon().refresh(ConnectorSelection.of(new ConnectorName(NAME))))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("INTEGRATION-DAEMON-SERVICES-400-044")
                .hasMessageContaining("the third party is on fire");

        restart();
        bench.awaitRefreshes(NAME, 1);
        assertThat(bench.state(NAME).failure()).isEmpty();
        assertThat(mended.count(Method.REFRESH)).isEqualTo(1);
        assertThat(broken.count(Method.REFRESH)).isEqualTo(1);
    }

    @Test
    void afterARestartRequestTheOldFailureIsNeverShown() {
        CountDownLatch gate = new CountDownLatch(1);
        start(
                new ScriptedConnector().on(Method.START, refresh -> {
                    throw new IllegalStateException("first");
                }),
                new ScriptedConnector().on(Method.START, refresh -> gate.await()));
        bench.await(NAME, ConnectorStatus.FAILED);

        bench.daemon().restart(ConnectorSelection.ALL);

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
        start(connector, new ScriptedConnector());
        bench.await(NAME, ConnectorStatus.FAILED);
        DaemonBench.until(() -> connector.count(Method.DISCONNECT) == 1);

        restart();
        bench.awaitRefreshes(NAME, 1);

        assertThat(connector.count(Method.DISCONNECT)).isEqualTo(1);
    }

    @Test
    void errorsAreFailuresToo() {
        start(new ScriptedConnector().on(Method.REFRESH, refresh -> {
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
        start(connector);

        bench.await(NAME, ConnectorStatus.FAILED);

        DaemonBench.until(() -> connector.count(Method.DISCONNECT) == 1);
    }

    @Test
    void restartReplacesAConnectorThatHangsAndIgnoresInterrupts() throws InterruptedException {
        ScriptedConnector hanging = new ScriptedConnector().on(Method.REFRESH, refresh -> awaitStubbornly());
        ScriptedConnector next = new ScriptedConnector();
        start(hanging, next);
        bench.await(NAME, ConnectorStatus.REFRESHING);

        restart();
        bench.awaitRefreshes(NAME, 1);

        assertThat(next.count(Method.REFRESH)).isEqualTo(1);
        assertThat(hanging.count(Method.DISCONNECT)).isEqualTo(1);
        assertThat(bench.auditLog.ids()).contains("INTEGRATION-DAEMON-SERVICES-0072");
    }

    @Test
    void connectorThatWasGivenUpInInitializeIsNotStartedAfterItsDisconnect() throws InterruptedException {
        ScriptedConnector hanging = new ScriptedConnector().on(Method.INITIALIZE, refresh -> awaitStubbornly());
        start(hanging, new ScriptedConnector());
        DaemonBench.until(() -> hanging.count(Method.INITIALIZE) == 1);
        restart();
        bench.awaitRefreshes(NAME, 1);

        never.countDown();
        DaemonBench.until(hanging::isIdle);
        DaemonBench.until(this::noCallIsLeft);

        assertThat(hanging.calls()).containsExactly(Method.INITIALIZE, Method.DISCONNECT);
    }

    @Test
    void connectorWhoseContextComesTooLateIsNotInitialized() throws InterruptedException {
        ScriptedConnector late = new ScriptedConnector();
        bench = bench(2, false, List.of(connector(NAME)), iterator(late, new ScriptedConnector()));
        CountDownLatch connecting = new CountDownLatch(1);
        bench.metadataServers.onConnect(() -> {
            bench.metadataServers.onConnect(() -> {});
            connecting.countDown();
            awaitStubbornly();
        });
        bench.daemon().start();
        connecting.await();
        restart();
        bench.awaitRefreshes(NAME, 1);

        never.countDown();
        DaemonBench.until(this::noCallIsLeft);

        assertThat(late.calls()).isEmpty();
    }

    @Test
    void lateResultOfAnAbandonedCallChangesNothing() throws InterruptedException {
        ScriptedConnector hanging = new ScriptedConnector().on(Method.REFRESH, refresh -> {
            awaitStubbornly();
            throw new IllegalStateException("too late");
        });
        start(hanging, new ScriptedConnector());
        bench.await(NAME, ConnectorStatus.REFRESHING);
        restart();
        bench.awaitRefreshes(NAME, 1);
        ConnectorState before = bench.state(NAME);

        never.countDown();
        DaemonBench.until(hanging::isIdle);

        assertThat(bench.state(NAME)).isEqualTo(before);
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0031")).isEmpty();
    }

    @Test
    void hangingConnectorsLeaveTheOthersTheirTurn() throws InterruptedException {
        ScriptedConnector hanging = new ScriptedConnector().on(Method.START, refresh -> awaitStubbornly());
        ScriptedConnector working = new ScriptedConnector();
        bench = bench(1, false, List.of(connector("Hanging"), connector(NAME)), iterator(hanging, working, working));
        bench.daemon().start();
        DaemonBench.until(() -> hanging.count(Method.START) == 1);

        bench.daemon().restart(ConnectorSelection.of(new ConnectorName("Hanging")));

        bench.awaitRefreshes(NAME, 1);
        assertThat(working.count(Method.REFRESH)).isPositive();
    }

    @Test
    void neverMoreThanOneCallAtATime() throws InterruptedException {
        ScriptedConnector connector = run(new ScriptedConnector());
        List<RequestReceipt> receipts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            receipts.add(bench.daemon().refresh(ConnectorSelection.ALL));
        }
        for (RequestReceipt receipt : receipts) {
            assertThat(receipt.await(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(connector.mostAtATime()).isEqualTo(1);
    }

    @Test
    void blockingConnectorIsEngagedOnItsOwnThreadAndStoppedWhenItReturns() {
        CountDownLatch gate = new CountDownLatch(1);
        ScriptedConnector connector = new ScriptedConnector().on(Method.ENGAGE, refresh -> gate.await());
        bench = bench(1, true, List.of(connector(NAME)), iterator(connector));
        bench.daemon().start();
        bench.await(NAME, ConnectorStatus.RUNNING);
        assertThatThrownBy(() -> bench.daemon().refresh(ConnectorSelection.of(new ConnectorName(NAME))))
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
        ScriptedConnector first = new ScriptedConnector().on(Method.ENGAGE, refresh -> never.await());
        ScriptedConnector second = new ScriptedConnector().on(Method.ENGAGE, refresh -> never.await());
        bench = bench(1, true, List.of(connector(NAME)), iterator(first, second));
        bench.daemon().start();
        bench.await(NAME, ConnectorStatus.RUNNING);

        restart();
        DaemonBench.until(() -> second.count(Method.ENGAGE) == 1);

        assertThat(first.count(Method.DISCONNECT)).isEqualTo(1);
        assertThat(bench.await(NAME, ConnectorStatus.RUNNING).failure()).isEmpty();
    }

    @Test
    void newLifeBeginsAfterTheDisconnectOfTheInterruptedOne() throws InterruptedException {
        AtomicBoolean released = new AtomicBoolean();
        AtomicBoolean releasedBefore = new AtomicBoolean();
        ScriptedConnector first = new ScriptedConnector()
                .on(Method.REFRESH, refresh -> never.await())
                .on(Method.DISCONNECT, refresh -> {
                    never.await(50, TimeUnit.MILLISECONDS);
                    released.set(true);
                });
        ScriptedConnector second =
                new ScriptedConnector().on(Method.INITIALIZE, refresh -> releasedBefore.set(released.get()));
        start(first, second);
        bench.await(NAME, ConnectorStatus.REFRESHING);

        restart();
        bench.awaitRefreshes(NAME, 1);

        assertThat(releasedBefore).isTrue();
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0024")).hasSize(1);
    }

    @Test
    void stopDoesNotWaitForConnectorsThatHangInAnyMethod() throws InterruptedException {
        ScriptedConnector inRefresh = new ScriptedConnector().on(Method.REFRESH, refresh -> awaitStubbornly());
        ScriptedConnector inDisconnect = new ScriptedConnector().on(Method.DISCONNECT, refresh -> awaitStubbornly());
        bench = bench(4, false, List.of(connector("A"), connector("B")), iterator(inRefresh, inDisconnect));
        bench.daemon().start();
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
                        () -> new ScriptedConnector().on(Method.DISCONNECT, refresh -> awaitStubbornly()))
                .limit(20)
                .toArray(ScriptedConnector[]::new);
        bench = bench(
                1,
                false,
                IntStream.range(0, lives.length)
                        .mapToObj(i -> connector("C" + i))
                        .toList(),
                iterator(lives));
        bench.daemon().start();
        for (int i = 0; i < lives.length; i++) {
            bench.awaitRefreshes("C" + i, 1);
        }

        bench.daemon().stop(Duration.ofSeconds(2));

        assertThat(lives).allMatch(life -> life.count(Method.DISCONNECT) == 1);
        assertThat(bench.auditLog.ids()).doesNotContain("INTEGRATION-DAEMON-SERVICES-0073");
    }

    @Test
    void unknownNamesAreErrorsAndChangeNothing() {
        run(new ScriptedConnector());
        long generation = bench.state(NAME).generation();

        assertThatThrownBy(() -> bench.daemon().restart(ConnectorSelection.of(new ConnectorName("Nobody"))))
                .hasMessageStartingWith("INTEGRATION-DAEMON-SERVICES-400-031 ")
                .hasMessageContaining("Nobody");
        assertThatThrownBy(() -> bench.daemon().restart(ConnectorSelection.of(IntegrationService.LINEAGE)))
                .hasMessageStartingWith("INTEGRATION-DAEMON-SERVICES-400-030 ")
                .hasMessageContaining("lineage-integrator");
        assertThat(bench.state(NAME).generation()).isEqualTo(generation);
    }

    @Test
    void providerThatIsNotRegisteredIsNeverLoaded() {
        bench = bench(1, false, List.of(connector(NAME, "java.lang.Runtime")), iterator());
        bench.daemon().start();

        ConnectorState failed = bench.await(NAME, ConnectorStatus.CONFIG_FAILED);

        assertThat(failed.failure().orElseThrow().message().toString())
                .startsWith("INTEGRATION-DAEMON-SERVICES-400-041 ")
                .contains("java.lang.Runtime");
    }

    /** Whether all threads of the daemon are back in their pool. */
    private boolean noCallIsLeft() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("bench"))
                .noneMatch(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith(HostedConnector.class.getName())));
    }

    /** Waits for the end of the test, whatever interrupts come. */
    private void awaitStubbornly() {
        boolean interrupted = false;
        while (true) {
            try {
                never.await();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    private ScriptedConnector run(ScriptedConnector connector) {
        start(connector);
        bench.awaitRefreshes(NAME, 1);
        return connector;
    }

    private void start(ScriptedConnector... lives) {
        bench = bench(2, false, List.of(connector(NAME)), iterator(lives));
        bench.daemon().start();
    }

    private void restart() throws InterruptedException {
        assertThat(bench.daemon().restart(ConnectorSelection.ALL).await(Duration.ofSeconds(10)))
                .isTrue();
    }

    private static Supplier<IntegrationConnector<?>> iterator(ScriptedConnector... lives) {
        Iterator<ScriptedConnector> next = Arrays.asList(lives).iterator();
        return next::next;
    }

    private static DaemonBench bench(
            int parallel,
            boolean blocking,
            List<ConnectorConfiguration> connectors,
            Supplier<IntegrationConnector<?>> lives) {
        ServerConfiguration configuration = new ServerConfiguration(
                new ServerName("daemon"),
                ServerType.INTEGRATION_DAEMON,
                "",
                new UserId("user"),
                1000,
                List.of(new IntegrationServiceConfiguration(
                        IntegrationService.FILES,
                        new MetadataServerRef("https://localhost:9443", new ServerName("store")),
                        connectors)),
                List.of());
        return new DaemonBench(
                configuration,
                List.of(new ScriptedProvider(lives, blocking)),
                Path.of("."),
                true,
                Duration.ofMillis(200),
                parallel);
    }

    private static ConnectorConfiguration connector(String name) {
        return connector(name, ScriptedProvider.class.getName());
    }

    private static ConnectorConfiguration connector(String name, String provider) {
        return new ConnectorConfiguration(
                Optional.empty(),
                new ConnectorName(name),
                new UserId("user"),
                new Connection(provider, Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Map.of()),
                Optional.empty(),
                INTERVAL,
                false,
                PermittedSynchronization.FROM_THIRD_PARTY,
                List.of());
    }
}
