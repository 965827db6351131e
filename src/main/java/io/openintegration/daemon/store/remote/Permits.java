package io.openintegration.daemon.store.remote;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets no more than the permitted number of requests be under way on a platform. Who waits for a permit waits as long as the platform
 * answers others; where it has answered nobody for as long as an answer may take, it is the platform that does not answer. Safe from any
 * thread.
 */
final class Permits {

    private final Semaphore permits;
    private final Duration answerLimit;
    private final AtomicLong answers = new AtomicLong();

    /** @param permits fair */
    Permits(Semaphore permits, Duration answerLimit) {
        this.permits = permits;
        this.answerLimit = answerLimit;
    }

    /** @throws WireException where nothing was answered all the while */
    void acquire() throws WireException, InterruptedException {
        long before = answers.get();
        while (!permits.tryAcquire(answerLimit.toNanos(), TimeUnit.NANOSECONDS)) {
            long now = answers.get();
            if (now == before) {
                throw new WireException(Trouble.OTHERS_UNANSWERED, answerLimit.toString(), null);
            }
            before = now;
        }
    }

    /** @param answered whether the request got an answer, of whatever kind */
    void release(boolean answered) {
        if (answered) {
            answers.incrementAndGet();
        }
        permits.release();
    }
}
