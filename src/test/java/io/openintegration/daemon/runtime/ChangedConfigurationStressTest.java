package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.testing.ChangingDaemon;
import io.openintegration.daemon.testing.ConnectorEntry;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several callers change the configuration, restart and refresh connectors that hang, throw and take their time, and one of
 * them stops the daemon in the midst of it. The seed makes documents, scripts and requests the same each time; how they
 * interleave is left to the machine.
 */
class ChangedConfigurationStressTest {

    private static final int CONNECTORS = 8;
    private static final int CALLERS = 4;
    private static final int REQUESTS = 50;
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final ChangingDaemon daemon = new ChangingDaemon();
    private final Queue<CompletableFuture<Void>> work = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void lawsHoldWhateverIsAskedAtTheSameTime(long seed) throws Exception {
        AtomicLong lives = new AtomicLong(seed * 10_000);
        DaemonBench bench = daemon.grace(Duration.ofMillis(150))
                .parallel(3)
                .script(endpoint -> life(new Random(lives.getAndIncrement())))
                .start(document(new Random(seed)));
        callAll(bench, seed);

        bench.daemon().stop(BOUND);

        // a refresh that was asked for while its connector ended comes after that, and does nothing
        DaemonBench.until(() -> work.stream().allMatch(CompletableFuture::isDone));
        assertThat(bench.auditLog.ids())
                .as("no connector was left behind")
                .doesNotContain("INTEGRATION-DAEMON-SERVICES-0073");
        assertThat(bench.daemon().status())
                .flatExtracting(ServiceReport::connectors)
                .allSatisfy(report -> assertThat(report.state().status()).isEqualTo(ConnectorStatus.STOPPED));
        daemon.gate.open();
        DaemonBench.until(() -> daemon.lives().stream().allMatch(ScriptedConnector::isIdle));
        daemon.close();
        assertThat(daemon.lives()).allSatisfy(ChangedConfigurationStressTest::hadALawfulLife);
    }

    private static void hadALawfulLife(ScriptedConnector life) {
        assertThat(life.mostAtATime()).as("calls at a time").isLessThanOrEqualTo(1);
        assertThat(life.count(Method.INITIALIZE)).isLessThanOrEqualTo(1);
        assertThat(life.count(Method.DISCONNECT)).as("disconnects").isEqualTo(life.count(Method.INITIALIZE));
    }

    private void callAll(DaemonBench bench, long seed) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> done = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(
                            caller -> callers.submit(() -> call(bench, caller, new Random(seed * CALLERS + caller))))
                    .toList();
            for (Future<?> caller : done) {
                caller.get(BOUND.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private Void call(DaemonBench bench, int caller, Random random) throws InterruptedException {
        for (int request = 0; request < REQUESTS; request++) {
            switch (random.nextInt(7)) {
                case 0, 1 -> work.add(daemon.apply(document(random)).done());
                case 2 -> restart(bench, new ConnectorName("C" + random.nextInt(CONNECTORS)));
                case 3 -> work.add(bench.daemon()
                        .restart(ConnectorSelection.ALL, DaemonBench.OPERATOR)
                        .done());
                case 4 -> work.add(bench.daemon()
                        .refresh(ConnectorSelection.ALL, DaemonBench.OPERATOR)
                        .done());
                case 5 -> bench.daemon().tick();
                default -> bench.clock.advance(Duration.ofMinutes(4));
            }
            assertThat(daemon.names()).doesNotHaveDuplicates();
            daemon.gate.await(Duration.ofMillis(random.nextInt(10)));
        }
        if (caller == 0) {
            bench.daemon().beginStop();
        }
        return null;
    }

    private void restart(DaemonBench bench, ConnectorName connector) {
        try {
            work.add(bench.daemon()
                    .restart(ConnectorSelection.of(connector), DaemonBench.OPERATOR)
                    .done());
        } catch (RequestRefusedException e) {
            assertThat(e.reason().definition()).isEqualTo(RuntimeMessage.UNKNOWN_CONNECTOR);
        }
    }

    private static List<ConnectorEntry> document(Random random) {
        return IntStream.range(0, CONNECTORS)
                .filter(number -> random.nextInt(4) != 0)
                .mapToObj(number -> ConnectorEntry.of("C" + number))
                .map(entry -> switch (random.nextInt(6)) {
                    case 0 -> entry.at("second");
                    case 1 -> entry.every(Duration.ofMinutes(3));
                    case 2 -> entry.in(IntegrationService.DATABASE);
                    default -> entry;
                })
                .toList();
    }

    private ScriptedConnector life(Random random) {
        ScriptedConnector life = new ScriptedConnector();
        for (Method method : Method.values()) {
            life.on(method, step(random));
        }
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
