package io.openintegration.daemon.runtime;

import io.openintegration.daemon.runtime.run.Failure;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a connector at one moment. Immutable: status is answered from it without waiting for anybody.
 *
 * @param generation counts the connector's lives; results of earlier ones are ignored
 * @param lastStatusChange when {@code status} took its value
 * @param lastRefreshTime when the daemon last considered a refresh, also one that it skipped because of a failure
 * @param lastSuccess the last refresh that ended well
 * @param failure why it failed; empty unless the status is a failure
 * @param trouble the story of its failures; may be there while it works again
 * @param stuck a call that has given no sign of life for long
 */
public record ConnectorState(
        long generation,
        ConnectorStatus status,
        Instant lastStatusChange,
        Optional<Instant> lastRefreshTime,
        Optional<LastRefresh> lastSuccess,
        Optional<Failure> failure,
        Optional<Trouble> trouble,
        Optional<Stuck> stuck) {

    static ConnectorState created(Instant now, Optional<LastRefresh> lastSuccess) {
        return new ConnectorState(
                0,
                ConnectorStatus.INITIALIZED,
                now,
                Optional.empty(),
                lastSuccess,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** How many removals its last refresh held back. */
    public int heldBack() {
        return lastSuccess.map(last -> last.report().heldBack()).orElse(0);
    }

    /** Whether it works, but its last refresh could not read or catalogue everything. */
    public boolean isDegraded() {
        return !status.isFailure()
                && lastSuccess.filter(last -> last.report().problemCount() > 0).isPresent();
    }

    /** Whether its last refresh wrote nothing, because that would have needed approval. */
    public boolean awaitsApproval() {
        return lastSuccess.stream()
                .flatMap(last -> last.report().problems().stream())
                .anyMatch(problem -> problem.id().equals(RuntimeMessage.APPROVAL_NEEDED.id()));
    }

    /** A new life begins: the old failure is no longer shown, and the first refresh is due. */
    ConnectorState reborn(Instant now, Optional<Trouble> remembered) {
        return new ConnectorState(
                generation + 1,
                ConnectorStatus.INITIALIZED,
                now,
                Optional.empty(),
                lastSuccess,
                Optional.empty(),
                remembered,
                Optional.empty());
    }

    ConnectorState with(ConnectorStatus next, Instant now) {
        return new ConnectorState(
                generation,
                next,
                next == status ? lastStatusChange : now,
                lastRefreshTime,
                lastSuccess,
                failure,
                trouble,
                Optional.empty());
    }

    /** The first cause is kept: a failure that follows from another says less. */
    ConnectorState failed(ConnectorStatus next, Failure cause, Instant now) {
        if (status.isFailure()) {
            return this;
        }
        return new ConnectorState(
                generation,
                next,
                now,
                Optional.of(now),
                lastSuccess,
                Optional.of(cause),
                Optional.of(trouble.orElseGet(() -> Trouble.beginning(now, cause))),
                Optional.empty());
    }

    ConnectorState refreshed(LastRefresh refresh, Instant now) {
        return new ConnectorState(
                generation,
                ConnectorStatus.WAITING,
                now,
                Optional.of(now),
                Optional.of(refresh),
                Optional.empty(),
                trouble,
                Optional.empty());
    }

    /**
     * A refresh of changes alone has succeeded. Where it met no problem, the last complete one goes on telling how things
     * stand: it knows of all places.
     */
    ConnectorState changesRefreshed(LastRefresh refresh, Instant now) {
        boolean worse = refresh.report().problemCount() > 0;
        return refreshed(lastSuccess.filter(complete -> !worse).orElse(refresh), now);
    }

    /** A refresh was ended early, at somebody's request. */
    ConnectorState refreshCancelled(Instant now) {
        return with(ConnectorStatus.WAITING, now).considered(now);
    }

    /** The daemon looked at the connector and left it alone. */
    ConnectorState considered(Instant now) {
        return new ConnectorState(
                generation, status, lastStatusChange, Optional.of(now), lastSuccess, failure, trouble, stuck);
    }

    ConnectorState with(Optional<Trouble> story) {
        return new ConnectorState(
                generation, status, lastStatusChange, lastRefreshTime, lastSuccess, failure, story, stuck);
    }

    ConnectorState stuck(Optional<Stuck> call) {
        return new ConnectorState(
                generation, status, lastStatusChange, lastRefreshTime, lastSuccess, failure, trouble, call);
    }
}
