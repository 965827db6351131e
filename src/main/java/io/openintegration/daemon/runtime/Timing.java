package io.openintegration.daemon.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How a daemon knows and spends time.
 *
 * @param clock time of day, for what people read and for fixed times
 * @param monotonic for intervals and deadlines
 * @param random spreads what would otherwise happen at once
 * @param grace how long an interrupted call, and a disconnect, may take before they are given up
 * @param stuckAfter how long a call may give no sign of life before it is reported, and no longer counts as work
 */
public record Timing(
        Clock clock, MonotonicClock monotonic, RandomGenerator random, Duration grace, Duration stuckAfter) {

    Instant now() {
        return clock.instant();
    }

    /** A duration from zero to that one. */
    Duration upTo(Duration most) {
        return most.isZero() ? most : Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }
}
