package io.openintegration.daemon.testing;

import io.openintegration.daemon.runtime.MonotonicClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until the test moves it, and what measures durations beside it. Safe from any thread; copies of
 * other zones move with it.
 */
public final class SettableClock extends Clock implements MonotonicClock {

    private final AtomicReference<Instant> now;
    private final AtomicReference<Duration> elapsed;
    private final AtomicReference<Error> fault;
    private final ZoneId zone;

    /** Starts at 2025-11-22T18:46:12Z, in UTC. */
    public SettableClock() {
        this(Instant.parse("2025-11-22T18:46:12Z"));
    }

    public SettableClock(Instant start) {
        this(
                new AtomicReference<>(start),
                new AtomicReference<>(Duration.ofDays(1)),
                new AtomicReference<>(),
                ZoneOffset.UTC);
    }

    private SettableClock(
            AtomicReference<Instant> now,
            AtomicReference<Duration> elapsed,
            AtomicReference<Error> fault,
            ZoneId zone) {
        this.now = now;
        this.elapsed = elapsed;
        this.fault = fault;
        this.zone = zone;
    }

    /** Sets the time of day, as somebody might who corrects a clock: no time passes by it. */
    public void set(Instant instant) {
        now.set(instant);
    }

    /** Lets time pass. */
    public void advance(Duration duration) {
        elapsed.updateAndGet(time -> time.plus(duration));
        now.updateAndGet(instant -> instant.plus(duration));
    }

    /** Whoever asks it how much has passed next, gets that thrown, once. */
    public void failOnce(Error error) {
        fault.set(error);
    }

    /** Whether somebody has got what {@link #failOnce} was told. */
    public boolean hasFailed() {
        return fault.get() == null;
    }

    /** What has passed, whatever was done to the time of day. */
    @Override
    public Duration now() {
        Error thrown = fault.getAndSet(null);
        if (thrown != null) {
            throw thrown;
        }
        return elapsed.get();
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, elapsed, fault, other);
    }
}
