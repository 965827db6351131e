package io.openintegration.daemon.runtime;

import java.time.Duration;

/** Pauses between attempts at something that fails, each twice as long as the one before, up to a limit. Used by one thread. */
public final class BackOff {

    private final Duration first;
    private final Duration longest;
    private final MonotonicClock time;
    private Duration pause;
    private Duration next;

    /** The first attempt may be made at once. */
    public BackOff(Duration first, Duration longest, MonotonicClock time) {
        this.first = first;
        this.longest = longest;
        this.time = time;
        this.pause = first;
        this.next = time.now();
    }

    /** Whether the next attempt may be made. */
    public boolean isOver() {
        return time.now().compareTo(next) >= 0;
    }

    public void failed() {
        next = time.now().plus(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(longest) < 0 ? longer : longest;
    }

    public void succeeded() {
        pause = first;
        next = time.now();
    }
}
