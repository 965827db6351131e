package io.openintegration.daemon.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * A refresh that a connector itself asks for. It is due when the connector has been quiet for a while, so that a burst of
 * changes leads to one refresh; where it never is quiet, after a longer while all the same. Safe from any thread.
 */
final class RefreshPrompt {

    static final Duration QUIET = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofSeconds(20);

    private final MonotonicClock time;
    private Optional<Asked> asked = Optional.empty();

    RefreshPrompt(MonotonicClock time) {
        this.time = time;
    }

    synchronized void ask() {
        Duration now = time.now();
        asked = Optional.of(new Asked(asked.map(Asked::first).orElse(now), now));
    }

    synchronized boolean isDue() {
        return asked.filter(since -> since.isOver(time.now())).isPresent();
    }

    /** A refresh begins: what was asked for so far comes with it. */
    synchronized void clear() {
        asked = Optional.empty();
    }

    private record Asked(Duration first, Duration last) {

        private boolean isOver(Duration now) {
            return now.minus(last).compareTo(QUIET) >= 0 || now.minus(first).compareTo(LONGEST) >= 0;
        }
    }
}
