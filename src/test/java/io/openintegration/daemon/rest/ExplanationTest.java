package io.openintegration.daemon.rest;

import static io.openintegration.daemon.rest.ReportedConnector.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.RefreshSchedule;
import io.openintegration.daemon.configuration.RestartPolicy;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.FailureOrigin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are told of a connector. */
class ExplanationTest {

    private static final Failure STORE_AWAY =
            new Failure(MetadataMessage.SERVER_NOT_AVAILABLE.with("store", "filesnpa"), FailureOrigin.METADATA_SERVER);
    private static final ReconcileReport DEGRADED =
            new ReconcileReport(0, 0, 0, 0, 5, 0, List.of(RuntimeMessage.NOT_A_PATH.with("nowhere")), 7);

    @Test
    void failureTellsWhoIsAtFaultSinceWhenAndWhatToDo() {
        assertThat(explained(new ReportedConnector(ConnectorStatus.FAILED).failed(STORE_AWAY, 0, Optional.empty())))
                .isEqualTo(
                        "It has not worked since 2026-01-02T03:03:05.678+00:00; at fault is the metadata server store: "
                                + STORE_AWAY.message()
                                + ". It is not called again until it is restarted. "
                                + STORE_AWAY.message().definition().text().userAction());
    }

    @Test
    void supervisedFailureTellsTheNextAttempt() {
        assertThat(explained(new ReportedConnector(ConnectorStatus.INITIALIZE_FAILED)
                        .policy(RestartPolicy.AUTOMATIC)
                        .failed(STORE_AWAY, 2, Optional.of(TIME.plusSeconds(40)))))
                .contains(
                        "The daemon restarts it at 2026-01-02T03:04:45.678+00:00 (attempt 3), or as soon as the metadata"
                                + " server answers again.")
                .doesNotContain("until it is restarted");
    }

    @Test
    void whatTryingAgainDoesNotMendIsNotPromised() {
        Failure wrong =
                new Failure(RuntimeMessage.UNKNOWN_PROVIDER.with("Monitor", "x.Y"), FailureOrigin.CONFIGURATION);

        assertThat(explained(new ReportedConnector(ConnectorStatus.CONFIG_FAILED)
                        .policy(RestartPolicy.AUTOMATIC)
                        .failed(wrong, 0, Optional.empty())))
                .contains("at fault is the connector's configuration", "does not restart it: that would not help");
    }

    @Test
    void connectorThatIsHeldUntilItsCallsHaveEndedWillBeRestarted() {
        Failure defect = new Failure(
                RuntimeMessage.UNEXPECTED.with("Monitor", "start", "NullPointerException", "x"),
                FailureOrigin.CONNECTOR);

        assertThat(explained(new ReportedConnector(ConnectorStatus.FAILED)
                        .policy(RestartPolicy.AUTOMATIC)
                        .failed(defect, 4, Optional.empty())))
                .contains("waits until calls of it that it gave up have ended")
                .doesNotContain("would not help");
        assertThat(explained(new ReportedConnector(ConnectorStatus.FAILED)
                        .policy(RestartPolicy.AUTOMATIC)
                        .failed(defect, 5, Optional.empty())))
                .contains("does not restart it: that would not help");
    }

    @Test
    void firstCauseIsToldWhereAnotherFailureFollowed() {
        Failure gone =
                new Failure(RuntimeMessage.DEADLINE_PASSED.with("Monitor", "start", 5), FailureOrigin.THIRD_PARTY);

        assertThat(explained(new ReportedConnector(ConnectorStatus.FAILED)
                        .failed(gone, 1, Optional.empty())
                        .troubled(STORE_AWAY, 1, Optional.empty())))
                .contains("at fault is the third party", "The first cause was: OMAG-MULTI-TENANT-404-001");
    }

    @Test
    void stuckCallTellsWhenItIsGivenUp() {
        assertThat(explained(new ReportedConnector(ConnectorStatus.REFRESHING).stuck("refresh", "a.B.read")))
                .startsWith("Its method refresh has given no sign of life since 2026-01-02T03:04:05.678+00:00.")
                .contains("PT4H");
    }

    @Test
    void degradedConnectorTellsWhatIsMissingAndWhatToDo() {
        assertThat(explained(new ReportedConnector(ConnectorStatus.WAITING)
                        .worked(DEGRADED)
                        .next(TIME.plusSeconds(600))))
                .contains(
                        "7 problem(s); the first: " + RuntimeMessage.NOT_A_PATH.id(),
                        RuntimeMessage.NOT_A_PATH.text().userAction(),
                        "Its next refresh is due at 2026-01-02T03:14:05.678+00:00.");
    }

    @Test
    void pausedConnectorPromisesNoRefresh() {
        assertThat(explained(new ReportedConnector(ConnectorStatus.WAITING)
                        .worked(ReconcileReport.NOTHING)
                        .target(TargetState.PAUSED)))
                .startsWith("An operator paused it")
                .doesNotContain("next refresh", "no schedule");
    }

    @Test
    void recoveredConnectorStillTellsItsStory() {
        assertThat(explained(new ReportedConnector(ConnectorStatus.WAITING)
                        .worked(ReconcileReport.NOTHING)
                        .troubled(STORE_AWAY, 2, Optional.empty())))
                .contains("It works", "It had failed since 2026-01-02T03:03:05.678+00:00", "2 time(s)");
    }

    @Test
    void refreshTellsWhoAskedForIt() {
        assertThat(explained(new ReportedConnector(ConnectorStatus.REFRESHING)
                        .refreshing(RunTrigger.REQUEST, Optional.of(new UserId("garygeeke")))))
                .isEqualTo("It refreshes since 2026-01-02T03:04:05.678+00:00, as user garygeeke asked.");
    }

    @Test
    void reasonsForBeingStoppedAreToldApart() {
        RefreshSchedule over = new RefreshSchedule(
                Duration.ZERO, Optional.empty(), Optional.empty(), Optional.of(TIME.minusSeconds(1)));

        assertThat(explained(new ReportedConnector(ConnectorStatus.STOPPED).target(TargetState.STOPPED)))
                .startsWith("An operator stopped it.");
        assertThat(explained(new ReportedConnector(ConnectorStatus.STOPPED).schedule(over)))
                .contains("connectorShutdownDate");
        assertThat(explained(new ReportedConnector(ConnectorStatus.STOPPED))).contains("ended by itself");
    }

    @ParameterizedTest
    @EnumSource(ConnectorStatus.class)
    void everyStatusIsExplained(ConnectorStatus status) {
        assertThat(explained(new ReportedConnector(status))).isNotBlank();
    }

    private static String explained(ReportedConnector connector) {
        return Explanation.of(connector.report());
    }
}
