package io.openintegration.daemon.rest;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.HostingPolicy;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.OperationDeadlines;
import io.openintegration.daemon.configuration.RefreshSchedule;
import io.openintegration.daemon.configuration.RestartPolicy;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorSlot;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.LastRefresh;
import io.openintegration.daemon.runtime.Stuck;
import io.openintegration.daemon.runtime.Successes;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.Trouble;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector as the daemon reports it, in the state that a test wants. */
final class ReportedConnector {

    static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    static final RunId RUN = RunId.of("7a1c2f6e-3f0b-4a57-9a3d-0d3a3f8f2c11");
    static final ServerName DAEMON = new ServerName("daemon");

    private final ConnectorStatus status;
    private RefreshSchedule schedule = RefreshSchedule.every(Duration.ofMinutes(10));
    private RestartPolicy policy = RestartPolicy.MANUAL;
    private TargetState target = TargetState.STARTED;
    private Optional<LastRefresh> lastSuccess = Optional.empty();
    private Optional<Failure> failure = Optional.empty();
    private Optional<Trouble> trouble = Optional.empty();
    private Optional<Stuck> stuck = Optional.empty();
    private Optional<Instant> nextRefresh = Optional.empty();
    private Optional<RunReport> run = Optional.empty();

    ReportedConnector(ConnectorStatus status) {
        this.status = status;
    }

    ReportedConnector schedule(RefreshSchedule times) {
        schedule = times;
        return this;
    }

    ReportedConnector policy(RestartPolicy restart) {
        policy = restart;
        return this;
    }

    ReportedConnector target(TargetState wanted) {
        target = wanted;
        return this;
    }

    ReportedConnector worked(ReconcileReport report) {
        lastSuccess = Optional.of(new LastRefresh(RUN, TIME, Duration.ofMillis(5), report));
        return this;
    }

    /** @param attempt when the daemon restarts it */
    ReportedConnector failed(Failure cause, int attempts, Optional<Instant> attempt) {
        failure = Optional.of(cause);
        return troubled(cause, attempts, attempt);
    }

    ReportedConnector troubled(Failure first, int attempts, Optional<Instant> attempt) {
        trouble = Optional.of(new Trouble(TIME.minusSeconds(60), first, attempts, attempt));
        return this;
    }

    ReportedConnector stuck(String method, String... stack) {
        stuck = Optional.of(new Stuck(method, TIME, List.of(stack)));
        return this;
    }

    ReportedConnector next(Instant time) {
        nextRefresh = Optional.of(time);
        return this;
    }

    ReportedConnector refreshing(RunTrigger trigger, Optional<UserId> by) {
        run = Optional.of(RunReport.begun(RUN, new ConnectorName("Monitor"), trigger, by, TIME));
        return this;
    }

    ConnectorReport report() {
        ConnectorConfiguration configuration = new ConnectorConfiguration(
                Optional.empty(),
                new ConnectorName("Monitor"),
                new UserId("filesnpa"),
                new Connection(
                        "org.example.Provider",
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                Optional.empty(),
                new HostingPolicy(schedule, policy, OperationDeadlines.STANDARD),
                false,
                PermittedSynchronization.FROM_THIRD_PARTY,
                List.of());
        MetadataServerRef store = new MetadataServerRef("https://localhost:9443", new ServerName("store"));
        Optional<Instant> considered = failure.map(cause -> TIME).or(() -> lastSuccess.map(LastRefresh::end));
        return new ConnectorReport(
                new ConnectorSlot(DAEMON, IntegrationService.FILES, store, configuration),
                new ConnectorState(3, status, TIME, considered, Successes.of(lastSuccess), failure, trouble, stuck),
                target,
                nextRefresh,
                run);
    }
}
