package io.openintegration.daemon.connectors.databases.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When the query at hand is given up, whatever comes of it until then: a driver's limits are for the time until something comes, and
 * a database may send a little again and again. Begun and ended by the thread that reads, looked at by any.
 */
final class TimeLimit {

    private final Clock clock;
    private final Duration limit;
    private volatile Instant end = Instant.MAX;

    TimeLimit(Clock clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
    }

    void begin() {
        end = clock.instant().plus(limit);
    }

    void end() {
        end = Instant.MAX;
    }

    boolean isOver() {
        return clock.instant().isAfter(end);
    }

    /** Has something done that the database is not to blame for. */
    void without(Runnable work) {
        Instant before = clock.instant();
        Instant until = end;
        end = Instant.MAX;
        work.run();
        if (!until.equals(Instant.MAX)) {
            end = until.plus(Duration.between(before, clock.instant()));
        }
    }
}
