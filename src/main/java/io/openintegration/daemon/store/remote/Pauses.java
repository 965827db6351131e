package io.openintegration.daemon.store.remote;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long is waited before a request is repeated. */
final class Pauses {

    /** Waits. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    private final Duration first;
    private final RandomGenerator chance;
    private final Sleeper sleeper;

    Pauses(Duration first, RandomGenerator chance, Sleeper sleeper) {
        this.first = first;
        this.chance = chance;
        this.sleeper = sleeper;
    }

    /** @param repeats how many repeats there were */
    void before(int repeats) throws InterruptedException {
        long longest = first.toNanos() << Math.min(repeats, 10);
        sleeper.sleep(Duration.ofNanos(longest - (long) (longest / 2.0 * chance.nextDouble())));
    }
}
