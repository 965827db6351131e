package io.openintegration.daemon.runtime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The signs of life of one life of a connector: a count that grows with each. Safe from any thread. */
final class Pulse {

    private final AtomicLong beats = new AtomicLong();
    private volatile LongSupplier work = () -> 0;

    void beat() {
        beats.incrementAndGet();
    }

    /** Counts this work's progress too, in place of that of earlier work. */
    void follow(LongSupplier progress) {
        beats.addAndGet(work.getAsLong());
        work = progress;
    }

    long count() {
        return beats.get() + work.getAsLong();
    }
}
