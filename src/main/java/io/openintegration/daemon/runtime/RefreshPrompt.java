package io.openintegration.daemon.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * A refresh that a connector itself asks for, or what has come for it. It is due when nobody has asked for a while, so that a burst of
 * changes leads to one refresh; where it never is quiet, after a longer while all the same. Safe from any thread.
 */
final class RefreshPrompt {

    static final Duration QUIET = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofSeconds(20);

    /** In place of {@link #LONGEST} where more work only piles up. */
    static final Duration SOON = Duration.ofSeconds(5);

    private final MonotonicClock time;
    private Optional<Asked> asked = Optional.empty();

    RefreshPrompt(MonotonicClock time) {
        this.time = time;
    }

    /** Something has changed, and may go on changing. */
    void ask() {
        ask(LONGEST);
    }

    /** Something has come that is complete by itself: nothing is gained by waiting until no more comes. */
    void askSoon() {
        ask(SOON);
    }

    private synchronized void ask(Duration longest) {
        Duration now = time.now();
        Duration latest = now.plus(longest);
        asked = Optional.of(new Asked(
                now,
                asked.map(Asked::latest)
                        .filter(before -> before.compareTo(latest) < 0)
                        .orElse(latest)));
    }

    synchronized boolean isDue() {
        return asked.filter(since -> since.isOver(time.now())).isPresent();
    }

    /** A refresh begins: what was asked for so far comes with it. */
    synchronized void clear() {
        asked = Optional.empty();
    }

    /** @param latest when it is due, however many ask meanwhile */
    private record Asked(Duration last, Duration latest) {

        private boolean isOver(Duration now) {
            return now.minus(last).compareTo(QUIET) >= 0 || now.compareTo(latest) >= 0;
        }
    }
}
