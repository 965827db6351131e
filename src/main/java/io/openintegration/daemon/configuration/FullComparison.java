package io.openintegration.daemon.configuration;

import java.time.Duration;
import java.util.Optional;

/**
 * How often the timer's refresh compares everything with the metadata server, as a requested one always does (docs/operating.md,
 * "Schedules, deadlines, restart policy, removals").
 *
 * @param interval a scheduled refresh compares where the last comparison began so long ago, or longer; empty means that none does
 */
public record FullComparison(Optional<Duration> interval) {

    /** Only a requested refresh compares, and the first one of a connector's life. */
    public static final FullComparison ON_REQUEST = new FullComparison(Optional.empty());

    static final Duration LONGEST = Duration.ofDays(3_650);
}
