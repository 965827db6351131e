package io.openintegration.daemon.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * One time that a server was active.
 *
 * @param end empty while it still is
 */
public record ServerRun(Instant start, Optional<Instant> end) {

    ServerRun endedBy(Instant time) {
        return end.isPresent() ? this : new ServerRun(start, Optional.of(time));
    }
}
