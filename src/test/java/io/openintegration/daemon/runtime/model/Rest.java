package io.openintegration.daemon.runtime.model;

import java.util.concurrent.TimeUnit;

/** Knows when all threads of a daemon are at rest: without work, or in a call that hangs until the test lets it go. */
final class Rest {

    private static final long BOUND = TimeUnit.SECONDS.toNanos(20);

    private int working;
    private int hanging;

    synchronized void workBegins() {
        working++;
    }

    synchronized void workEnds() {
        working--;
        notifyAll();
    }

    synchronized void hangs() {
        hanging++;
        notifyAll();
    }

    /** Told before what hangs can go on. */
    synchronized void wakes() {
        hanging--;
    }

    /** Waits until that is so, within a bound. */
    synchronized void await() throws InterruptedException {
        long end = System.nanoTime() + BOUND;
        while (working != hanging) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(
                        "threads do not come to rest: " + working + " work, of which " + hanging + " hang");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
