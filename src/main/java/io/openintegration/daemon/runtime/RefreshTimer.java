package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.RefreshSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When one connector is due. Intervals are measured from the end of a refresh by a clock that never jumps, and get a little
 * longer by chance, so that connectors with the same interval do not all work at once. Fixed times are times of day: one that was
 * missed is made up for once, and none comes twice, whatever is done to the clock.
 */
final class RefreshTimer {

    private static final Duration MOST_JITTER = Duration.ofSeconds(30);
    private static final int JITTER_PART = 10;

    /** Further back than this a clock is not corrected, but set: what it says now counts. */
    private static final Duration CORRECTION = Duration.ofDays(1);

    private final Timing timing;
    private RefreshSchedule schedule;
    private Optional<Duration> basis = Optional.empty();
    private Optional<Duration> afterInterval = Optional.empty();
    private Optional<Instant> fixedTime = Optional.empty();
    private Optional<Instant> lastFixedTime = Optional.empty();
    private Instant lastLook;

    RefreshTimer(RefreshSchedule schedule, Timing timing) {
        this.schedule = schedule;
        this.timing = timing;
        this.lastLook = timing.now();
        planFixedTime(lastLook);
    }

    /** A refresh has ended, or the daemon considered one: the next interval begins. */
    synchronized void restart() {
        basis = Optional.of(timing.monotonic().now());
        planInterval();
        if (fixedTime.isEmpty()) {
            // else it may have been missed while the refresh went on
            planFixedTime(timing.now());
        }
    }

    /** Another schedule counts from now on; the interval goes on. */
    synchronized void change(RefreshSchedule changed) {
        if (!changed.equals(schedule)) {
            schedule = changed;
            planInterval();
            planFixedTime(timing.now());
        }
    }

    /** Whether a refresh is due. One that was due is not due again until {@link #restart}. */
    synchronized boolean isDue() {
        Instant now = timing.now();
        if (now.isBefore(lastLook) && fixedTime.filter(due -> !due.isAfter(now)).isEmpty()) {
            // the clock was set back: what it names next may come earlier than was planned
            planFixedTime(now);
        }
        lastLook = now;
        boolean interval = afterInterval
                .filter(due -> due.compareTo(timing.monotonic().now()) <= 0)
                .isPresent();
        boolean fixed = fixedTime.filter(due -> !due.isAfter(now)).isPresent();
        if (fixed) {
            lastFixedTime = fixedTime;
        }
        if (interval || fixed) {
            afterInterval = Optional.empty();
            planFixedTime(now);
        }
        return interval || fixed;
    }

    /** When it is due; empty where it will not be. */
    synchronized Optional<Instant> next() {
        Optional<Instant> interval = afterInterval.map(
                due -> timing.now().plus(due.minus(timing.monotonic().now())));
        return Stream.concat(interval.stream(), fixedTime.stream()).min(Instant::compareTo);
    }

    private void planInterval() {
        afterInterval = basis.filter(begin -> !schedule.interval().isZero())
                .map(begin -> begin.plus(schedule.interval()).plus(jitter(schedule.interval())));
    }

    private void planFixedTime(Instant now) {
        Instant after = lastFixedTime
                .filter(last -> last.isAfter(now) && last.isBefore(now.plus(CORRECTION)))
                .orElse(now);
        fixedTime = schedule.nextFixedTime(after);
    }

    private Duration jitter(Duration interval) {
        Duration part = interval.dividedBy(JITTER_PART);
        return timing.upTo(part.compareTo(MOST_JITTER) < 0 ? part : MOST_JITTER);
    }
}
