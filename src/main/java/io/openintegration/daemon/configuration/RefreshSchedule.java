package io.openintegration.daemon.configuration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a polling connector is refreshed, beside its first refresh and those that somebody asks for.
 *
 * @param interval time from the end of one refresh to the next; zero means none
 * @param cron fixed times; where both are given, whichever comes first
 * @param startDate before it the connector is not started
 * @param shutdownDate from then on the connector is stopped
 */
public record RefreshSchedule(
        Duration interval, Optional<CronSchedule> cron, Optional<Instant> startDate, Optional<Instant> shutdownDate) {

    /** Refreshed at an interval alone. */
    public static RefreshSchedule every(Duration interval) {
        return new RefreshSchedule(interval, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the connector is to run at that time at all. */
    public boolean isOpenAt(Instant time) {
        return startDate.filter(time::isBefore).isEmpty()
                && shutdownDate.filter(end -> !time.isBefore(end)).isEmpty();
    }

    /** The first of the fixed times after that one at which the connector is to run; empty where there is none. */
    public Optional<Instant> nextFixedTime(Instant after) {
        Instant from = startDate
                .filter(after::isBefore)
                .map(start -> start.minusNanos(1))
                .orElse(after);
        return cron.flatMap(times -> times.nextAfter(from)).filter(this::isOpenAt);
    }
}
