package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The laws of connectors' lives, with connectors that throw, take their time, hang until interrupted and hang in spite of
 * it, while several callers restart and refresh them and the timer ticks. The seed makes the scripts and the requests the
 * same each time; how they interleave is left to the machine.
 */
class OperationLaneStressTest {

    private static final int CONNECTORS = 12;
    private static final int CALLERS = 4;
    private static final int REQUESTS = 60;
    private static final int PLACES = 3;
    private static final Duration GRACE = Duration.ofMillis(150);
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final CountDownLatch release = new CountDownLatch(1);
    private final Queue<ScriptedConnector> instances = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "4, true", "5, true"})
    void lawsHoldWhateverConnectorsDo(long seed, boolean blocking) throws Exception {
        DaemonBench bench = bench(seed, blocking);
        Queue<RequestReceipt> receipts = new ConcurrentLinkedQueue<>();
        bench.daemon().start();
        callAll(bench, receipts, seed);

        bench.daemon().stop(BOUND);

        assertThat(receipts).allMatch(receipt -> receipt.done().isDone());
        assertThat(bench.auditLog.ids())
                .as("no connector was left behind")
                .doesNotContain("INTEGRATION-DAEMON-SERVICES-0073");
        assertThat(bench.daemon().status().get(0).connectors()).allSatisfy(report -> {
            assertThat(report.state().status()).isEqualTo(ConnectorStatus.STOPPED);
            assertThat(report.state().failure()).isEmpty();
        });
        release.countDown();
        DaemonBench.until(() -> instances.stream().allMatch(ScriptedConnector::isIdle));
        bench.close();
        assertThat(instances).allSatisfy(OperationLaneStressTest::hadALawfulLife);
    }

    private static void hadALawfulLife(ScriptedConnector life) {
        assertThat(life.mostAtATime()).as("calls at a time").isLessThanOrEqualTo(1);
        assertThat(life.count(Method.INITIALIZE)).isLessThanOrEqualTo(1);
        assertThat(life.count(Method.DISCONNECT)).as("disconnects").isEqualTo(life.count(Method.INITIALIZE));
        List<Method> calls = life.calls();
        if (!calls.isEmpty()) {
            assertThat(calls.get(0)).isEqualTo(Method.INITIALIZE);
            assertThat(calls.get(calls.size() - 1)).as("last call of %s", calls).isEqualTo(Method.DISCONNECT);
        }
    }

    private void callAll(DaemonBench bench, Queue<RequestReceipt> receipts, long seed) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> done = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(
                            caller -> callers.submit(() -> call(bench, receipts, new Random(seed * CALLERS + caller))))
                    .toList();
            for (Future<?> caller : done) {
                caller.get(BOUND.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private Void call(DaemonBench bench, Queue<RequestReceipt> receipts, Random random) throws InterruptedException {
        for (int request = 0; request < REQUESTS; request++) {
            ConnectorSelection one = ConnectorSelection.of(new ConnectorName("C" + random.nextInt(CONNECTORS)));
            switch (random.nextInt(6)) {
                case 0, 1 -> receipts.add(bench.daemon().restart(one));
                case 2 -> receipts.add(bench.daemon().refresh(ConnectorSelection.ALL));
                case 3 -> receipts.add(bench.daemon().restart(ConnectorSelection.ALL));
                case 4 -> bench.daemon().tick();
                default -> bench.clock.advance(Duration.ofSeconds(40));
            }
            release.await(random.nextInt(10), TimeUnit.MILLISECONDS);
        }
        return null;
    }

    private DaemonBench bench(long seed, boolean blocking) {
        AtomicLong lives = new AtomicLong(seed * 10_000);
        ServerConfiguration configuration = new ServerConfiguration(
                new ServerName("daemon"),
                ServerType.INTEGRATION_DAEMON,
                "",
                new UserId("user"),
                1000,
                List.of(new IntegrationServiceConfiguration(
                        IntegrationService.FILES,
                        new MetadataServerRef("https://localhost:9443", new ServerName("store")),
                        IntStream.range(0, CONNECTORS)
                                .mapToObj(OperationLaneStressTest::connector)
                                .toList())),
                List.of());
        return new DaemonBench(
                configuration,
                List.of(new ScriptedProvider(() -> life(new Random(lives.getAndIncrement())), blocking)),
                Path.of("."),
                true,
                GRACE,
                PLACES);
    }

    private ScriptedConnector life(Random random) {
        ScriptedConnector life = new ScriptedConnector();
        for (Method method : Method.values()) {
            life.on(method, step(random));
        }
        instances.add(life);
        return life;
    }

    private ScriptedConnector.Step step(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> refresh -> {
                throw new IllegalStateException("scripted failure");
            };
            case 1 -> refresh -> release.await(random.nextInt(10), TimeUnit.MILLISECONDS);
            case 2 -> refresh -> release.await();
            case 3 -> refresh -> awaitStubbornly(random.nextInt(400));
            default -> refresh -> {};
        };
    }

    /** Ignores interrupts, for a while that is sometimes shorter and sometimes longer than the grace period. */
    private void awaitStubbornly(int millis) {
        boolean interrupted = false;
        for (int waited = 0; waited < millis; waited++) {
            try {
                if (release.await(1, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ConnectorConfiguration connector(int number) {
        return new ConnectorConfiguration(
                Optional.empty(),
                new ConnectorName("C" + number),
                new UserId("user"),
                new Connection(
                        ScriptedProvider.class.getName(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                Optional.empty(),
                Duration.ofMinutes(1),
                false,
                PermittedSynchronization.FROM_THIRD_PARTY,
                List.of());
    }
}
