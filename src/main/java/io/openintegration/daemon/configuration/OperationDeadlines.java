package io.openintegration.daemon.configuration;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the calls of a connector may take. A call beyond its deadline is interrupted, given up, and the connector has
 * failed.
 *
 * @param initialize for taking the context; the metadata server is called in it
 * @param start for preparing for work
 * @param refresh for a whole refresh
 * @param heartbeat the longest time for which a refresh, or a connector on its own thread, may give no sign of life; empty
 *     means any
 */
public record OperationDeadlines(Duration initialize, Duration start, Duration refresh, Optional<Duration> heartbeat) {

    public static final OperationDeadlines STANDARD =
            new OperationDeadlines(Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ofHours(4), Optional.empty());

    /** What a document may say. */
    static final Duration SHORTEST = Duration.ofSeconds(1);

    /** A sign of life costs something: whoever gives one gives it every few seconds. */
    static final Duration SHORTEST_HEARTBEAT = Duration.ofSeconds(10);

    static final Duration LONGEST = Duration.ofDays(7);
}
