package io.openintegration.daemon.health.metrics;

import static io.openintegration.daemon.health.metrics.MeterName.ATTEMPTS;
import static io.openintegration.daemon.health.metrics.MeterName.CONNECTORS;
import static io.openintegration.daemon.health.metrics.MeterName.DEGRADED;
import static io.openintegration.daemon.health.metrics.MeterName.ON_DUTY;
import static io.openintegration.daemon.health.metrics.MeterName.SINCE_SUCCESS;
import static io.openintegration.daemon.health.metrics.MeterName.STUCK;
import static io.openintegration.daemon.health.metrics.MeterName.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.LastRefresh;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.runtime.Stuck;
import io.openintegration.daemon.runtime.Successes;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.Trouble;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedDaemon;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is shown of connectors on a dashboard, and for how long. */
class ConnectorFiguresTest {

    private static final List<MeterName> OF_A_CONNECTOR = List.of(WORKING, DEGRADED, STUCK, ATTEMPTS, SINCE_SUCCESS);

    private final SettableClock clock = new SettableClock();
    private final Meters meters = new Meters();
    private final ScriptedDaemon daemon = new ScriptedDaemon().connectors(Stream.of("a", "b"));
    private final DaemonBench bench = daemon.build(ScriptedConnector::new);
    private volatile boolean onDuty = true;
    private final ConnectorFigures figures =
            new ConnectorFigures(new ServerName("daemon"), () -> onDuty, meters.registry(), clock);

    @AfterEach
    void close() throws InterruptedException {
        daemon.close();
    }

    @ParameterizedTest
    @EnumSource(ConnectorStatus.class)
    void connectorIsShownWhateverItsStatus(ConnectorStatus status) {
        figures.update(List.of(report("a", ConnectorStatus.WAITING)));

        figures.update(List.of(report("a", status)));

        for (MeterName meter : OF_A_CONNECTOR) {
            assertThat(of("a", meter)).as(meter.name()).isPresent();
        }
        assertThat(of("a", WORKING)).contains(status.isFailure() ? 0.0 : 1.0);
    }

    @Test
    void connectorThatFailedFromTheStartIsShownAsNeverHavingWorked() {
        figures.update(List.of(report("a", ConnectorStatus.CONFIG_FAILED)));

        assertThat(of("a", WORKING)).contains(0.0);
        assertThat(of("a", SINCE_SUCCESS)).contains(Double.NaN);
    }

    @Test
    void manyConnectorsAreAllCountedAtOnceAndShownInTheirTurn() throws InterruptedException {
        List<String> names =
                IntStream.range(0, 250).mapToObj(number -> "many-" + number).toList();
        ScriptedDaemon large = new ScriptedDaemon().connectors(names.stream());
        DaemonBench hosted = large.build(ScriptedConnector::new);
        ConnectorState failed = state(ConnectorStatus.FAILED, Optional.empty(), Optional.empty(), Optional.empty());
        List<ConnectorReport> many = names.stream()
                .map(name -> new ConnectorReport(
                        hosted.report(name).slot(), failed, TargetState.STARTED, Optional.empty(), Optional.empty()))
                .toList();
        large.close();

        figures.update(many);
        assertThat(meters.value(CONNECTORS, "daemon=daemon", "status=FAILED")).contains(250.0);
        assertThat(meters.shown(WORKING)).isEqualTo(100);
        figures.update(many);
        figures.update(many);

        assertThat(names).allSatisfy(name -> assertThat(of(name, WORKING)).contains(0.0));
    }

    @Test
    void timeSinceTheLastSuccessGrowsWhileTheConnectorFails() {
        figures.update(List.of(report("a", ConnectorStatus.FAILED, success(0))));
        clock.advance(Duration.ofMinutes(90));
        assertThat(of("a", SINCE_SUCCESS)).contains(5_400.0);

        figures.update(List.of(report("a", ConnectorStatus.WAITING, success(0))));

        assertThat(of("a", SINCE_SUCCESS)).contains(0.0);
    }

    @Test
    void connectorsAreCountedByStatusAndNoStatusIsLeftOut() {
        figures.update(List.of(
                report("a", ConnectorStatus.INITIALIZE_FAILED), report("b", ConnectorStatus.INITIALIZE_FAILED)));

        for (ConnectorStatus status : ConnectorStatus.values()) {
            assertThat(meters.value(CONNECTORS, "daemon=daemon", "status=" + status))
                    .contains(status == ConnectorStatus.INITIALIZE_FAILED ? 2.0 : 0.0);
        }
    }

    @Test
    void whatOperatorsMustLookAtIsFlagged() {
        figures.update(List.of(report("a", ConnectorStatus.WAITING, success(3)), troubled("b")));

        assertThat(of("a", DEGRADED)).contains(1.0);
        assertThat(of("a", STUCK)).contains(0.0);
        assertThat(of("a", ATTEMPTS)).contains(0.0);
        assertThat(of("b", DEGRADED)).contains(0.0);
        assertThat(of("b", STUCK)).contains(1.0);
        assertThat(of("b", ATTEMPTS)).contains(4.0);
    }

    @Test
    void connectorThatIsNoLongerConfiguredVanishesAndComesBackWithAnother() {
        figures.update(List.of(report("a", ConnectorStatus.FAILED), report("b", ConnectorStatus.WAITING)));
        figures.update(List.of(report("b", ConnectorStatus.WAITING)));

        OF_A_CONNECTOR.forEach(
                meter -> assertThat(of("a", meter)).as(meter.name()).isEmpty());
        assertThat(of("b", WORKING)).contains(1.0);
        figures.update(List.of(report("a", ConnectorStatus.WAITING), report("b", ConnectorStatus.WAITING)));
        assertThat(of("a", WORKING)).contains(1.0);
    }

    @Test
    void daemonThatIsStoppedVanishesAndNoOther() {
        ConnectorFigures other = new ConnectorFigures(new ServerName("other"), () -> false, meters.registry(), clock);
        figures.update(List.of(report("a", ConnectorStatus.FAILED)));

        figures.remove();

        assertThat(of("a", WORKING)).isEmpty();
        assertThat(meters.value(ON_DUTY, "daemon=daemon")).isEmpty();
        assertThat(meters.value(ON_DUTY, "daemon=other")).contains(0.0);
        assertThat(meters.shown(CONNECTORS)).isEqualTo(ConnectorStatus.values().length);
        other.remove();
        assertThat(meters.shown(CONNECTORS)).isZero();
    }

    @Test
    void nodeThatTakesOverIsOnDuty() {
        onDuty = false;
        assertThat(meters.value(ON_DUTY, "daemon=daemon")).contains(0.0);

        onDuty = true;

        assertThat(meters.value(ON_DUTY, "daemon=daemon")).contains(1.0);
    }

    private Optional<Double> of(String connector, MeterName meter) {
        return meters.value(meter, "daemon=daemon", "service=files-integrator", "connector=" + connector);
    }

    private ConnectorReport report(String connector, ConnectorStatus status) {
        return report(connector, status, Optional.empty());
    }

    private ConnectorReport report(String connector, ConnectorStatus status, Optional<LastRefresh> success) {
        return report(connector, state(status, success, Optional.empty(), Optional.empty()));
    }

    private ConnectorReport troubled(String connector) {
        Failure cause = new Failure(
                RuntimeMessage.UNEXPECTED.with(connector, "refresh", "a.b.C", "no"), FailureOrigin.CONNECTOR);
        return report(
                connector,
                state(
                        ConnectorStatus.REFRESHING,
                        Optional.empty(),
                        Optional.of(new Trouble(clock.instant(), cause, 4, Optional.empty())),
                        Optional.of(new Stuck("refresh", clock.instant(), List.of()))));
    }

    private ConnectorReport report(String connector, ConnectorState state) {
        return new ConnectorReport(
                bench.report(connector).slot(), state, TargetState.STARTED, Optional.empty(), Optional.empty());
    }

    private ConnectorState state(
            ConnectorStatus status, Optional<LastRefresh> success, Optional<Trouble> trouble, Optional<Stuck> stuck) {
        return new ConnectorState(
                1, status, clock.instant(), Optional.empty(), Successes.of(success), Optional.empty(), trouble, stuck);
    }

    private Optional<LastRefresh> success(int problems) {
        return Optional.of(new LastRefresh(
                new RunId(UUID.randomUUID()),
                clock.instant(),
                Duration.ofSeconds(1),
                new ReconcileReport(0, 0, 0, 0, 0, 0, List.of(), problems)));
    }
}
