package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.ChangingDaemon;
import io.openintegration.daemon.testing.ConnectorEntry;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Misbehaviour;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever one connector does in whichever of its methods: the others, the requests and the daemon's stop do not suffer. */
@Timeout(60)
class IsolationTest {

    private static final String BAD = "Bad";
    private static final String GOOD = "Good";
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final ConnectorSelection THE_BAD = ConnectorSelection.of(new ConnectorName(BAD));

    /** Where a connector misbehaves. */
    enum Place {
        CREATE,
        INITIALIZE,
        START,
        REFRESH,
        ENGAGE,
        DISCONNECT
    }

    private final ChangingDaemon daemon = new ChangingDaemon().grace(Duration.ofMillis(100));
    private final AtomicInteger creations = new AtomicInteger();

    static Stream<Arguments> everything() {
        return Stream.of(Place.values()).flatMap(place -> Stream.of(Misbehaviour.values())
                .map(misbehaviour -> Arguments.of(place, misbehaviour)));
    }

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("everything")
    void theOtherKeepsItsScheduleAndARestartBringsAHealthyLife(Place place, Misbehaviour misbehaviour)
            throws InterruptedException {
        DaemonBench bench = start(place, misbehaviour);
        if (place == Place.DISCONNECT) {
            bench.awaitRefreshes(BAD, 1);
            bench.daemon().restart(THE_BAD, DaemonBench.OPERATOR);
        }
        awaitMisbehaviour(place);

        for (int refresh = 2; refresh < 4; refresh++) {
            bench.leap(INTERVAL);
            bench.awaitRefreshes(GOOD, refresh);
        }
        assertThat(bench.state(GOOD).generation()).isEqualTo(1);

        assertThat(bench.daemon().restart(THE_BAD, DaemonBench.OPERATOR).await(Duration.ofSeconds(20)))
                .isTrue();
        ConnectorState healthy =
                bench.await(BAD, place == Place.ENGAGE ? ConnectorStatus.RUNNING : ConnectorStatus.WAITING);
        assertThat(healthy.failure()).isEmpty();
        assertThat(healthy.stuck()).isEmpty();

        bench.daemon().stop(Duration.ofSeconds(10));
        assertEverythingEnded(bench);
        daemon.gate.open();
        DaemonBench.until(() -> daemon.lives().stream().allMatch(ScriptedConnector::isIdle));
        assertEverythingEnded(bench);
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("everything")
    void stopOfTheDaemonIsBounded(Place place, Misbehaviour misbehaviour) throws InterruptedException {
        DaemonBench bench = start(place, misbehaviour);
        if (place == Place.DISCONNECT) {
            bench.awaitRefreshes(BAD, 1);
        } else {
            awaitMisbehaviour(place);
        }

        bench.daemon().stop(Duration.ofSeconds(10));

        assertEverythingEnded(bench);
    }

    private DaemonBench start(Place place, Misbehaviour misbehaviour) {
        daemon.script(BAD + "@first", () -> {
            ScriptedConnector life = new ScriptedConnector();
            if (place == Place.ENGAGE) {
                life.on(Method.ENGAGE, refresh -> daemon.gate.await());
            }
            if (creations.incrementAndGet() == 1) {
                misbehave(life, place, misbehaviour);
            }
            return life;
        });
        DaemonBench bench = daemon.start(
                ConnectorEntry.of(BAD).every(INTERVAL).engaged(place == Place.ENGAGE),
                ConnectorEntry.of(GOOD).every(INTERVAL));
        bench.awaitRefreshes(GOOD, 1);
        return bench;
    }

    private void misbehave(ScriptedConnector life, Place place, Misbehaviour misbehaviour) {
        if (place == Place.CREATE) {
            try {
                misbehaviour.act(daemon.gate);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        } else {
            life.on(Method.valueOf(place.name()), refresh -> misbehaviour.act(daemon.gate));
        }
    }

    private void awaitMisbehaviour(Place place) {
        if (place == Place.CREATE) {
            DaemonBench.until(() -> creations.get() > 0);
        } else {
            daemon.awaitCall(BAD + "@first", Method.valueOf(place.name()));
        }
    }

    private void assertEverythingEnded(DaemonBench bench) {
        assertThat(bench.auditLog.ids())
                .as("no connector was left behind")
                .doesNotContain("INTEGRATION-DAEMON-SERVICES-0073");
        assertThat(bench.reports())
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.state().status()).isEqualTo(ConnectorStatus.STOPPED));
        List<ScriptedConnector> initialized = daemon.lives().stream()
                .filter(life -> life.count(Method.INITIALIZE) > 0)
                .toList();
        assertThat(initialized).isNotEmpty().allSatisfy(life -> assertThat(life.count(Method.DISCONNECT))
                .isEqualTo(1));
    }
}
