package io.openintegration.daemon.runtime.model;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** A real call that hangs until the test lets it go, or, if it is not stubborn, until it is interrupted. */
final class Hang {

    private final OpenCall call;
    private final Rest rest;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean throwing;
    private volatile boolean wrote;

    Hang(OpenCall call, Rest rest) {
        this.call = call;
        this.rest = rest;
    }

    OpenCall call() {
        return call;
    }

    boolean isOver() {
        return awake.get();
    }

    /** Whether it could write to open metadata after it had hung. */
    boolean wrote() {
        return wrote;
    }

    void hasWritten() {
        wrote = true;
    }

    void letGo(boolean andThrow) {
        throwing = andThrow;
        wake();
        gate.countDown();
    }

    void await(boolean stubborn) throws InterruptedException {
        rest.hangs();
        boolean interrupted = false;
        while (gate.getCount() > 0) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                if (!stubborn) {
                    wake();
                    throw e;
                }
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (throwing) {
            throw new IllegalStateException("scripted, late");
        }
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            rest.wakes();
        }
    }
}
