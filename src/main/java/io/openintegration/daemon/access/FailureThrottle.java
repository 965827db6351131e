package io.openintegration.daemon.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failures by key (a user, an address). A few within a window are free; each further one closes the key for a
 * time that doubles, up to a longest. Keeps a bounded number of keys, the latest to fail. Safe from any thread.
 */
public final class FailureThrottle {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofMinutes(5);
    static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final int free;
    private final Map<String, Failures> failuresByKey = new LinkedHashMap<>();

    /** Failures of one key: how many, when the last one was, and until when the key is closed. */
    private record Failures(int count, Instant last, Instant closedUntil) {}

    /** @param free how many failures have no consequence */
    public FailureThrottle(Clock clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    /** How long the key is still closed; empty where it is open. */
    public synchronized Optional<Duration> closedFor(String key) {
        Failures failures = failuresByKey.get(key);
        Instant now = clock.instant();
        return failures == null || !now.isBefore(failures.closedUntil())
                ? Optional.empty()
                : Optional.of(Duration.between(now, failures.closedUntil()));
    }

    /** Counts a failure; gives the time for which the key is closed by it, where it is. */
    public synchronized Optional<Duration> failed(String key) {
        Instant now = clock.instant();
        Failures before = failuresByKey.remove(key); // and back at the end: the order is that of the last failure
        int count = before == null || before.last().plus(WINDOW).isBefore(now) ? 1 : before.count() + 1;
        Duration closed = closedAfter(count);
        failuresByKey.put(key, new Failures(count, now, now.plus(closed)));
        if (failuresByKey.size() > MOST_KEYS) {
            failuresByKey.remove(failuresByKey.keySet().iterator().next());
        }
        return Optional.of(closed).filter(time -> !time.isZero());
    }

    public synchronized void succeeded(String key) {
        failuresByKey.remove(key);
    }

    synchronized int size() {
        return failuresByKey.size();
    }

    private Duration closedAfter(int count) {
        if (count <= free) {
            return Duration.ZERO;
        }
        Duration closed = Duration.ofSeconds(1L << Math.min(count - free - 1, 20));
        return closed.compareTo(LONGEST) < 0 ? closed : LONGEST;
    }
}
