package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.FullComparison;
import io.openintegration.daemon.reconcile.RefreshMode;
import java.time.Duration;
import java.util.Optional;

/**
 * When what one connector has catalogued was last compared with the metadata server. Lives are not remembered beyond their end: the
 * first refresh of each compares. Intervals are measured by a clock that never jumps. One refresh at a time, on any thread.
 */
final class Comparisons {

    private final MonotonicClock clock;
    private volatile Optional<Duration> last = Optional.empty();

    Comparisons(MonotonicClock clock) {
        this.clock = clock;
    }

    /** A new life has begun. */
    void forget() {
        last = Optional.empty();
    }

    /** How a refresh has to be made that was meant to be made in that mode. */
    RefreshMode due(RefreshMode mode, FullComparison wanted) {
        return mode == RefreshMode.SCHEDULED && isDue(wanted) ? RefreshMode.REQUESTED : mode;
    }

    /** A refresh in that mode, which began then, has succeeded. */
    void made(RefreshMode mode, Duration begun) {
        if (mode == RefreshMode.REQUESTED || mode == RefreshMode.RELEASING) {
            last = Optional.of(begun);
        }
    }

    private boolean isDue(FullComparison wanted) {
        return wanted.interval()
                .filter(interval -> last.filter(then -> clock.now().minus(then).compareTo(interval) < 0)
                        .isEmpty())
                .isPresent();
    }
}
