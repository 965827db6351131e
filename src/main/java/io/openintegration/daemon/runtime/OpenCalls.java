package io.openintegration.daemon.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls of one connector hold a thread, whether anybody still waits for them or not: the present one, if any, and those
 * that were given up and have not ended since. Counted by the threads that make them.
 */
final class OpenCalls {

    private final AtomicInteger number = new AtomicInteger();

    void begun() {
        number.incrementAndGet();
    }

    void ended() {
        number.decrementAndGet();
    }

    int number() {
        return number.get();
    }
}
