package io.openintegration.daemon.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one step happen at a time. Who has waited too long is sent away, so that threads do not pile up. */
final class OneAtATime {

    private final ReentrantLock lock = new ReentrantLock();
    private final Duration longestWait;

    /** @param longestWait for a request's turn */
    OneAtATime(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /**
     * For requests.
     *
     * @throws ServerUnavailableException {@code SERVER-CONFIGURATION-503-001} where the turn does not come in time, or the
     *     thread is interrupted; nothing was done then
     */
    <T> T inTurn(Supplier<T> step) {
        if (!comesInTime()) {
            throw new ServerUnavailableException(PlatformMessage.BUSY.with(longestWait.toSeconds()));
        }
        return run(step);
    }

    /** For what must be done, however long it takes until then. */
    <T> T atAnyTime(Supplier<T> step) {
        lock.lock();
        return run(step);
    }

    private boolean comesInTime() {
        try {
            return lock.tryLock(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T run(Supplier<T> step) {
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
