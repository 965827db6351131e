package io.openintegration.daemon.runtime.run;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One refresh of one connector.
 *
 * @param requestedBy who asked for it; empty where nobody did
 * @param end empty while it runs
 * @param report what it did to open metadata so far, or in all
 * @param failure why it failed; empty unless it did
 */
public record RunReport(
        RunId id,
        ConnectorName connector,
        RunTrigger trigger,
        Optional<UserId> requestedBy,
        Instant begin,
        Optional<Instant> end,
        RunOutcome outcome,
        ReconcileReport report,
        Optional<Failure> failure) {

    /** A refresh that begins. */
    public static RunReport begun(
            RunId id, ConnectorName connector, RunTrigger trigger, Optional<UserId> requestedBy, Instant begin) {
        return new RunReport(
                id,
                connector,
                trigger,
                requestedBy,
                begin,
                Optional.empty(),
                RunOutcome.RUNNING,
                ReconcileReport.NOTHING,
                Optional.empty());
    }

    public RunReport ended(RunOutcome how, ReconcileReport done, Optional<Failure> why, Instant now) {
        return new RunReport(id, connector, trigger, requestedBy, begin, Optional.of(now), how, done, why);
    }

    /** As it is now, while it runs. */
    public RunReport withProgress(ReconcileReport soFar) {
        return new RunReport(id, connector, trigger, requestedBy, begin, end, outcome, soFar, failure);
    }

    /** How long it took; empty while it runs. Clocks that were set back in between make it zero. */
    public Optional<Duration> duration() {
        return end.map(time -> time.isBefore(begin) ? Duration.ZERO : Duration.between(begin, time));
    }
}
