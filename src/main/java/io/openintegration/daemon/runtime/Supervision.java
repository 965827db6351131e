package io.openintegration.daemon.runtime;

import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.spi.FailureOrigin;
import java.time.Duration;
import java.util.Optional;

/**
 * When a failed connector is tried again, if the daemon is to bring it back (docs/operating.md, "Supervision"): never where its
 * configuration is at fault; a limited number of times where it is the connector itself; else as often as it takes, at
 * intervals that grow. Belongs to one connector; used by the timer's thread, and told of a metadata server's return by any.
 */
final class Supervision {

    static final int MOST_ATTEMPTS_ON_DEFECT = 5;
    static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    static final Duration LONGEST_DELAY = Duration.ofMinutes(10);
    /** For metadata servers and the daemon's own database. The former are probed too. */
    static final Duration LONGEST_DELAY_FOR_OWN_WORLD = Duration.ofMinutes(1);

    /** So long must it work until its failures are forgotten. */
    static final Duration STABLE = Duration.ofMinutes(10);

    /** The victims of one outage begin within this time, not all at once. */
    static final Duration SPREAD = Duration.ofSeconds(2);

    private final Timing timing;
    private Optional<Duration> attemptAt = Optional.empty();
    private Optional<Duration> workingSince = Optional.empty();
    private boolean decided;
    private boolean serverCameBack;
    private boolean held;

    Supervision(Timing timing) {
        this.timing = timing;
    }

    /** Plans the next attempt after a failure. Empty where there will be none. */
    synchronized Optional<Duration> plan(Failure failure, int attempts) {
        workingSince = Optional.empty();
        decided = true;
        held = false;
        boolean tooEarly = serverCameBack && failure.origin() == FailureOrigin.METADATA_SERVER;
        Optional<Duration> delay = tooEarly
                ? Optional.of(timing.upTo(SPREAD))
                : delay(failure.origin(), attempts).map(this::spread);
        serverCameBack = false;
        attemptAt = delay.map(wait -> timing.monotonic().now().plus(wait));
        return delay;
    }

    /** Moves the planned attempt forward, as the metadata server is back. Returns in what time it will be. */
    synchronized Duration hurry() {
        decided = true;
        Duration soon = timing.upTo(SPREAD);
        attemptAt = Optional.of(timing.monotonic().now().plus(soon));
        return soon;
    }

    /** Told where it does not wait for its metadata server: it may be at an attempt that began too early. */
    synchronized void metadataServerIsBack() {
        serverCameBack = true;
    }

    /** It works: no attempt is under way that may have begun too early. */
    synchronized void nothingIsUnderWay() {
        serverCameBack = false;
    }

    /** Nothing is tried for now. Returns whether that is new. */
    synchronized boolean hold() {
        boolean isNew = !held;
        held = true;
        decided = false;
        attemptAt = Optional.empty();
        return isNew;
    }

    /** Whether the next attempt is planned, or it is clear that there will be none. */
    synchronized boolean hasDecided() {
        return decided;
    }

    /** Whether the time of the planned attempt has come. */
    synchronized boolean isDue() {
        return attemptAt
                .filter(time -> time.compareTo(timing.monotonic().now()) <= 0)
                .isPresent();
    }

    /** It has been tried, or somebody restarted or stopped it: nothing is planned any more. */
    synchronized void clear() {
        attemptAt = Optional.empty();
        workingSince = Optional.empty();
        decided = false;
        serverCameBack = false;
        held = false;
    }

    /** Told at each tick for which it works. Returns whether this is the first since its last failure. */
    synchronized boolean isFirstSignOfRecovery() {
        return workingSince.isEmpty();
    }

    /** Told after that. Returns whether it has worked for so long that its failures are history. */
    synchronized boolean isStable() {
        Duration now = timing.monotonic().now();
        if (workingSince.isEmpty()) {
            workingSince = Optional.of(now);
        }
        return now.minus(workingSince.get()).compareTo(STABLE) >= 0;
    }

    static Optional<Duration> delay(FailureOrigin origin, int attempts) {
        return switch (origin) {
            case CONFIGURATION -> Optional.empty();
            case CONNECTOR -> attempts < MOST_ATTEMPTS_ON_DEFECT
                    ? Optional.of(backOff(attempts, LONGEST_DELAY))
                    : Optional.empty();
            case THIRD_PARTY -> Optional.of(backOff(attempts, LONGEST_DELAY));
            case METADATA_SERVER, DAEMON -> Optional.of(backOff(attempts, LONGEST_DELAY_FOR_OWN_WORLD));
        };
    }

    private static Duration backOff(int attempts, Duration longest) {
        // beyond 2^10 it is the longest anyway
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts, 10));
        return delay.compareTo(longest) < 0 ? delay : longest;
    }

    /** Up to a fifth longer, by chance. */
    private Duration spread(Duration delay) {
        return delay.plus(timing.upTo(delay.dividedBy(5)));
    }
}
