package io.openintegration.daemon.audit;

import java.time.Duration;

/**
 * The limits of a {@link BoundedWriter}.
 *
 * @param capacity how many items may wait
 * @param firstRetry how long to wait after a failure before the item is tried again; doubled with every further failure
 * @param longestRetry the longest wait between two attempts
 * @param flushTime how long closing waits for the items that are still there
 */
public record WriterLimits(int capacity, Duration firstRetry, Duration longestRetry, Duration flushTime) {

    /** 10,000 items; retries after 0.1 s to 5 s; 2 s to flush, a fifth of the time that a server has to stop. */
    public static final WriterLimits DEFAULT =
            new WriterLimits(10_000, Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(2));

    public WriterLimits {
        if (capacity < 2 || firstRetry.toMillis() < 1 || longestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException("a writer needs room for two items, and waits that grow");
        }
    }

    /** The wait before the attempt that follows this many failures in a row. */
    Duration retryAfter(int failures) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }
}
