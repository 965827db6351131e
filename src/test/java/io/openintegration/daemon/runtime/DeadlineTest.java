package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.DaemonBench.STUCK_AFTER;
import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.OperationDeadlines;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.Refresh;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Descriptions;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call beyond its deadline, or without a heartbeat, is given up: the connector has failed, and stays so. */
class DeadlineTest {

    private static final String DEADLINE = "INTEGRATION-DAEMON-SERVICES-504-001";
    private static final String NO_HEARTBEAT = "INTEGRATION-DAEMON-SERVICES-504-002";
    private static final String DID_NOT_END = "INTEGRATION-DAEMON-SERVICES-504-003";
    private static final String GIVEN_UP = "INTEGRATION-DAEMON-SERVICES-0078";
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final OperationDeadlines DEADLINES = new OperationDeadlines(
            Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40), Optional.empty());
    private static final OperationDeadlines WITH_HEARTBEAT =
            new OperationDeadlines(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), Optional.of(HEARTBEAT));

    private final ScriptedDaemon daemon = new ScriptedDaemon().deadlines(DEADLINES);
    private final Gate middle = new Gate();
    private final AtomicBoolean beaten = new AtomicBoolean();

    @AfterEach
    void stop() throws InterruptedException {
        middle.open();
        daemon.close();
    }

    @ParameterizedTest
    @CsvSource({
        "INITIALIZE, 10, INITIALIZE_FAILED, false",
        "INITIALIZE, 10, INITIALIZE_FAILED, true",
        "START, 20, FAILED, false",
        "START, 20, FAILED, true",
        "REFRESH, 40, FAILED, false",
        "REFRESH, 40, FAILED, true"
    })
    void callBeyondItsDeadlineIsGivenUp(Method method, long seconds, ConnectorStatus status, boolean stubborn) {
        ScriptedConnector slow = new ScriptedConnector().on(method, refresh -> hang(stubborn));
        DaemonBench bench = daemon.start(slow);
        DaemonBench.until(() -> slow.count(method) == 1);

        bench.leap(Duration.ofSeconds(seconds).minus(A_SECOND));
        assertThat(bench.state(NAME).status().isFailure()).isFalse();
        bench.leap(A_SECOND);

        assertFailed(bench, status, DEADLINE);
        DaemonBench.until(() -> slow.count(Method.DISCONNECT) == 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void creationBeyondItsDeadlineIsGivenUp(boolean stubborn) {
        AtomicInteger creations = new AtomicInteger();
        DaemonBench bench = daemon.build(() -> {
            creations.incrementAndGet();
            try {
                hang(stubborn);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new ScriptedConnector();
        });
        bench.daemon().start();
        DaemonBench.until(() -> creations.get() == 1);

        bench.leap(DEADLINES.initialize());

        assertFailed(bench, ConnectorStatus.CONFIG_FAILED, DEADLINE);
    }

    @Test
    void runBeyondItsDeadlineHasFailedAndLateResultsChangeNothing() {
        ScriptedConnector slow = new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.awaitStubbornly());
        DaemonBench bench = daemon.start(slow);
        DaemonBench.until(() -> slow.count(Method.REFRESH) == 1);
        bench.leap(DEADLINES.refresh());
        ConnectorState failed = bench.state(NAME);
        RunReport run = bench.runs(NAME).get(0);
        assertThat(run.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(run.failure().orElseThrow().message().id()).isEqualTo(DEADLINE);

        daemon.gate.open();
        DaemonBench.until(slow::isIdle);
        DaemonBench.until(() -> slow.count(Method.DISCONNECT) == 1);
        bench.leap(STUCK_AFTER);

        assertThat(bench.state(NAME).failure()).isEqualTo(failed.failure());
        assertThat(bench.state(NAME).lastSuccess()).isEmpty();
        assertThat(bench.runs(NAME)).containsExactly(run);
    }

    @Test
    void callThatWasGivenUpIsNotReportedAsStuck() {
        ScriptedConnector slow = new ScriptedConnector().on(Method.START, refresh -> daemon.gate.awaitStubbornly());
        DaemonBench bench = daemon.start(slow);
        DaemonBench.until(() -> slow.count(Method.START) == 1);
        bench.leap(DEADLINES.start());

        bench.leap(STUCK_AFTER);

        assertThat(bench.state(NAME).stuck()).isEmpty();
        assertThat(bench.auditLog.ids()).doesNotContain("INTEGRATION-DAEMON-SERVICES-0076");
    }

    @Test
    void refreshWithoutAHeartbeatIsGivenUp() {
        ScriptedConnector busy = new ScriptedConnector();
        busy.on(Method.REFRESH, refresh -> {
            middle.await();
            busy.context().heartbeat();
            beaten.set(true);
            daemon.gate.await();
        });
        DaemonBench bench = daemon.deadlines(WITH_HEARTBEAT).start(busy);
        DaemonBench.until(() -> busy.count(Method.REFRESH) == 1);

        assertGivenUpAfterItsLastBeat(bench);
        assertThat(bench.runs(NAME)).extracting(RunReport::outcome).containsExactly(RunOutcome.FAILED);
    }

    @Test
    void engagedConnectorWithoutAHeartbeatIsGivenUp() {
        ScriptedConnector busy = new ScriptedConnector();
        busy.on(Method.ENGAGE, refresh -> {
            middle.await();
            busy.context().heartbeat();
            beaten.set(true);
            daemon.gate.await();
        });
        DaemonBench bench = daemon.blocking(true).deadlines(WITH_HEARTBEAT).start(busy);
        DaemonBench.until(() -> busy.count(Method.ENGAGE) == 1);

        assertGivenUpAfterItsLastBeat(bench);
        DaemonBench.until(() -> busy.count(Method.DISCONNECT) == 1);
    }

    @Test
    void comparisonAndRemovalByTheFrameworkAreSignsOfLife() {
        AtomicInteger files = new AtomicInteger(3_000);
        ScriptedConnector many = new ScriptedConnector().on(Method.REFRESH, refresh -> describe(refresh, files.get()));
        DaemonBench bench = daemon.deadlines(WITH_HEARTBEAT).start(many);
        bench.awaitRefreshes(NAME, 1);
        files.set(2_000);
        bench.leap(A_SECOND);
        Instant begin = bench.clock.instant();
        bench.store.onCall(() -> bench.leap(HEARTBEAT.minus(A_SECOND)));

        bench.daemon().refresh(ConnectorSelection.ALL, DaemonBench.OPERATOR);
        DaemonBench.until(() -> bench.runs(NAME).size() == 2
                && bench.runs(NAME).get(0).outcome().hasEnded());
        bench.store.onCall(() -> {});

        assertThat(bench.runs(NAME).get(0))
                .satisfies(run -> assertThat(run.outcome()).as("%s", run).isEqualTo(RunOutcome.SUCCEEDED))
                .satisfies(run -> assertThat(run.report().removed()).isEqualTo(1_000));
        assertThat(Duration.between(begin, bench.clock.instant())).isGreaterThan(HEARTBEAT.multipliedBy(5));
    }

    private static void describe(Refresh refresh, int files) {
        try (DescriptionScope folder = refresh.open(new ItemKey("folder"), Descriptions.folder("folder"))) {
            for (int file = 0; file < files; file++) {
                String name = "file-" + file;
                folder.add(new ItemKey(name), "1", () -> Descriptions.file(name));
            }
            folder.complete();
        }
    }

    private void assertGivenUpAfterItsLastBeat(DaemonBench bench) {
        bench.leap(HEARTBEAT.minus(A_SECOND));
        middle.open();
        DaemonBench.until(beaten::get);

        bench.leap(A_SECOND);
        bench.leap(HEARTBEAT.minus(A_SECOND));
        assertThat(bench.state(NAME).status().isFailure()).isFalse();
        bench.leap(A_SECOND);

        assertFailed(bench, ConnectorStatus.FAILED, NO_HEARTBEAT);
    }

    @Test
    void engagedConnectorHasNoDeadline() {
        ScriptedConnector engaged = new ScriptedConnector().on(Method.ENGAGE, refresh -> daemon.gate.await());
        DaemonBench bench = daemon.blocking(true).start(engaged);
        bench.await(NAME, ConnectorStatus.RUNNING);

        bench.leap(Duration.ofDays(365));

        assertThat(bench.state(NAME).status()).isEqualTo(ConnectorStatus.RUNNING);
    }

    @Test
    void cancelledRefreshThatDoesNotEndHasFailed() {
        ScriptedConnector stubborn =
                new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.awaitStubbornly());
        DaemonBench bench = daemon.start(stubborn);
        DaemonBench.until(() -> stubborn.count(Method.REFRESH) == 1);
        RunReport run = bench.runs(NAME).get(0);

        bench.daemon().cancel(run.id(), DaemonBench.OPERATOR);
        bench.await(NAME, ConnectorStatus.FAILED);

        assertFailed(bench, ConnectorStatus.FAILED, DID_NOT_END);
        DaemonBench.until(() -> stubborn.count(Method.DISCONNECT) == 1);
        RunReport ended = bench.daemon().run(run.id()).orElseThrow();
        assertThat(ended.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(ended.failure().orElseThrow().message().id()).isEqualTo(DID_NOT_END);
    }

    @Test
    void connectorThatFailedAtItsDeadlineIsStillConsideredByItsSchedule() {
        ScriptedConnector slow = new ScriptedConnector().on(Method.REFRESH, refresh -> daemon.gate.awaitStubbornly());
        DaemonBench bench = daemon.start(slow);
        DaemonBench.until(() -> slow.count(Method.REFRESH) == 1);
        bench.leap(DEADLINES.refresh());
        DaemonBench.until(() -> bench.auditLog.ids().contains("INTEGRATION-DAEMON-SERVICES-0072"));
        DaemonBench.until(() -> slow.count(Method.DISCONNECT) == 1);

        DaemonBench.until(() -> {
            bench.leap(ScriptedDaemon.INTERVAL);
            return bench.state(NAME).lastRefreshTime().equals(Optional.of(bench.clock.instant()));
        });
    }

    @Test
    void abandonedCallThatEndsLateLeavesTheScheduleOfTheNextLifeAlone() throws InterruptedException {
        ScriptedConnector hanging = new ScriptedConnector().on(Method.REFRESH, refresh -> middle.awaitStubbornly());
        DaemonBench bench = daemon.start(hanging, new ScriptedConnector());
        DaemonBench.until(() -> hanging.count(Method.REFRESH) == 1);
        daemon.restart();
        bench.awaitRefreshes(NAME, 1);
        Optional<Instant> next = bench.report(NAME).nextRefresh();
        assertThat(next).isPresent();
        bench.clock.advance(A_SECOND);

        middle.open();
        DaemonBench.until(hanging::isIdle);
        DaemonBench.awaitNoOperation();

        assertThat(bench.report(NAME).nextRefresh()).isEqualTo(next);
    }

    private void hang(boolean stubborn) throws InterruptedException {
        if (stubborn) {
            daemon.gate.awaitStubbornly();
        } else {
            daemon.gate.await();
        }
    }

    private static void assertFailed(DaemonBench bench, ConnectorStatus status, String id) {
        ConnectorState failed = bench.state(NAME);
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.failure().orElseThrow().message().id()).isEqualTo(id);
        assertThat(failed.stuck()).isEmpty();
        DaemonBench.until(() -> bench.auditLog.entries(GIVEN_UP).size() == 1);
    }
}
