package io.openintegration.daemon.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What scripted work waits at until the test lets it pass. It opens once and for all. */
public final class Gate {

    private static final Duration FOREVER = Duration.ofDays(1);

    private final CountDownLatch closed = new CountDownLatch(1);

    public void open() {
        closed.countDown();
    }

    /** Waits until the gate opens or the thread is interrupted. */
    public void await() throws InterruptedException {
        closed.await();
    }

    /** Waits until the gate opens, the time is over or the thread is interrupted. */
    public void await(Duration atMost) throws InterruptedException {
        closed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits until the gate opens, whatever interrupts come. */
    public void awaitStubbornly() {
        awaitStubbornly(FOREVER);
    }

    /** Waits until the gate opens or the time is over, whatever interrupts come. */
    public void awaitStubbornly(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        boolean waiting = true;
        while (waiting) {
            try {
                closed.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                waiting = false;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
