package io.openintegration.daemon.runtime;

import io.openintegration.daemon.reconcile.ReconcileReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a connector at one moment. Immutable: status is answered from it without waiting for anybody.
 *
 * @param generation counts the connector's lives; results of earlier ones are ignored
 * @param lastStatusChange when {@code status} took its value
 * @param lastRefreshTime when the daemon last considered a refresh, also one that it skipped because of a failure
 * @param lastSuccess end of the last refresh that succeeded
 * @param lastDuration how long that one took
 * @param lastReport what that one did
 * @param failure the first cause of a failure; empty unless the status is one
 */
public record ConnectorState(
        long generation,
        ConnectorStatus status,
        Instant lastStatusChange,
        Optional<Instant> lastRefreshTime,
        Optional<Instant> lastSuccess,
        Optional<Duration> lastDuration,
        Optional<ReconcileReport> lastReport,
        Optional<Failure> failure) {

    static ConnectorState created(Instant now) {
        return new ConnectorState(
                0,
                ConnectorStatus.INITIALIZED,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A new life begins: the old failure is no longer shown, and the first refresh is due. */
    ConnectorState reborn(Instant now) {
        return new ConnectorState(
                generation + 1,
                ConnectorStatus.INITIALIZED,
                now,
                Optional.empty(),
                lastSuccess,
                lastDuration,
                lastReport,
                Optional.empty());
    }

    ConnectorState with(ConnectorStatus next, Instant now) {
        return new ConnectorState(
                generation,
                next,
                next == status ? lastStatusChange : now,
                lastRefreshTime,
                lastSuccess,
                lastDuration,
                lastReport,
                failure);
    }

    /** The first cause is kept: a failure that follows from another says less. */
    ConnectorState failed(ConnectorStatus next, Failure cause, Instant now) {
        if (status.isFailure()) {
            return this;
        }
        return new ConnectorState(
                generation, next, now, Optional.of(now), lastSuccess, lastDuration, lastReport, Optional.of(cause));
    }

    ConnectorState refreshed(ReconcileReport report, Duration took, Instant now) {
        return new ConnectorState(
                generation,
                ConnectorStatus.WAITING,
                now,
                Optional.of(now),
                Optional.of(now),
                Optional.of(took),
                Optional.of(report),
                Optional.empty());
    }

    /** The daemon looked at the connector and left it alone. */
    ConnectorState considered(Instant now) {
        return new ConnectorState(
                generation, status, lastStatusChange, Optional.of(now), lastSuccess, lastDuration, lastReport, failure);
    }
}
