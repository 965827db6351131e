package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private final ScriptedDaemon daemon = new ScriptedDaemon();
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
        daemon.gate.open();
        DaemonBench.until(() -> instances.stream().allMatch(ScriptedConnector::isIdle));
        daemon.close();
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
                case 0, 1 -> receipts.add(bench.daemon().restart(one, DaemonBench.OPERATOR));
                case 2 -> receipts.add(bench.daemon().refresh(ConnectorSelection.ALL, DaemonBench.OPERATOR));
                case 3 -> receipts.add(bench.daemon().restart(ConnectorSelection.ALL, DaemonBench.OPERATOR));
                case 4 -> bench.daemon().tick();
                default -> bench.clock.advance(Duration.ofSeconds(40));
            }
            daemon.gate.await(Duration.ofMillis(random.nextInt(10)));
        }
        return null;
    }

    private DaemonBench bench(long seed, boolean blocking) {
        AtomicLong lives = new AtomicLong(seed * 10_000);
        return daemon.connectors(IntStream.range(0, CONNECTORS).mapToObj(number -> "C" + number))
                .interval(Duration.ofMinutes(1))
                .blocking(blocking)
                .grace(GRACE)
                .parallel(PLACES)
                .build(() -> life(new Random(lives.getAndIncrement())));
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
        // the stubborn ones hang sometimes shorter and sometimes longer than the grace period
        return switch (random.nextInt(10)) {
            case 0 -> refresh -> {
                throw new IllegalStateException("scripted failure");
            };
            case 1 -> refresh -> daemon.gate.await(Duration.ofMillis(random.nextInt(10)));
            case 2 -> refresh -> daemon.gate.await();
            case 3 -> refresh -> daemon.gate.awaitStubbornly(Duration.ofMillis(random.nextInt(400)));
            default -> refresh -> {};
        };
    }
}
