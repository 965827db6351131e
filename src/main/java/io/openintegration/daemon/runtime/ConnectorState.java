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
 * @param successes the last refreshes that ended well
 * @param failure why it failed; empty unless the status is a failure
 * @param trouble the story of its failures; may be there while it works again
 * @param stuck a call that has given no sign of life for long
 */
public record ConnectorState(
        long generation,
        ConnectorStatus status,
        Instant lastStatusChange,
        Optional<Instant> lastRefreshTime,
        Successes successes,
        Optional<Failure> failure,
        Optional<Trouble> trouble,
        Optional<Stuck> stuck) {

    static ConnectorState created(Instant now, Optional<LastRefresh> lastSuccess) {
        return new ConnectorState(
                0,
                ConnectorStatus.INITIALIZED,
                now,
                Optional.empty(),
                Successes.of(lastSuccess),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The refresh that tells how things stand, of those that ended well; see {@link Successes#standing}. */
    public Optional<LastRefresh> lastSuccess() {
        return successes.standing();
    }

    /** How many removals its last refresh held back. */
    public int heldBack() {
        return lastSuccess().map(last -> last.report().heldBack()).orElse(0);
    }

    /** Whether it works, but its last refresh could not read or catalogue everything. */
    public boolean isDegraded() {
        return !status.isFailure()
                && lastSuccess()
                        .filter(last -> last.report().problemCount() > 0)
                        .isPresent();
    }

    /** Whether its last refresh wrote nothing, because that would have needed approval. */
    public boolean awaitsApproval() {
        return lastSuccess().stream()
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
                successes,
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
                successes,
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
                successes,
                Optional.of(cause),
                Optional.of(trouble.orElseGet(() -> Trouble.beginning(now, cause))),
                Optional.empty());
    }

    ConnectorState refreshed(LastRefresh refresh, Instant now) {
        return refreshed(Successes.of(Optional.of(refresh)), now);
    }

    /** A refresh of changes alone has succeeded. */
    ConnectorState changesRefreshed(LastRefresh refresh, Instant now) {
        return refreshed(successes.withChanges(refresh), now);
    }

    private ConnectorState refreshed(Successes next, Instant now) {
        return new ConnectorState(
                generation,
                ConnectorStatus.WAITING,
                now,
                Optional.of(now),
                next,
                Optional.empty(),
                trouble,
                Optional.empty());
    }

    /** A refresh was ended early, at somebody's request. */
    ConnectorState refreshCancelled(Instant now) {
        return with(ConnectorStatus.WAITING, now).considered(now);
    }

    /** The daemon looked at the connector and left it alone. */
    ConnectorState considered(Instant now) {
        return new ConnectorState(
                generation, status, lastStatusChange, Optional.of(now), successes, failure, trouble, stuck);
    }

    ConnectorState with(Optional<Trouble> story) {
        return new ConnectorState(
                generation, status, lastStatusChange, lastRefreshTime, successes, failure, story, stuck);
    }

    ConnectorState stuck(Optional<Stuck> call) {
        return new ConnectorState(
                generation, status, lastStatusChange, lastRefreshTime, successes, failure, trouble, call);
    }
}
