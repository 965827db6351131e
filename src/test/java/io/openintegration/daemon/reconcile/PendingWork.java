package io.openintegration.daemon.reconcile;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Knows of the work for others what is not done yet. */
final class PendingWork implements Executor {

    private final Executor executor;
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();

    PendingWork(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable work) {
        taken.incrementAndGet();
        pending.incrementAndGet();
        executor.execute(() -> {
            try {
                work.run();
            } finally {
                pending.decrementAndGet();
            }
        });
    }

    /** How much work was taken so far. */
    int taken() {
        return taken.get();
    }

    void awaitIdle() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> pending.get() == 0);
    }
}
