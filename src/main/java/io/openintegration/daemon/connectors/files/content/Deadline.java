package io.openintegration.daemon.connectors.files.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Until when the look into one file has to be done. */
record Deadline(Clock clock, Instant end) {

    static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    /** @throws SlowFileException where it is over */
    void check() throws SlowFileException {
        if (clock.instant().isAfter(end)) {
            throw new SlowFileException();
        }
    }
}
