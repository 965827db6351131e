package io.openintegration.daemon.runtime.model;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Threads of which is known when they are at rest, and that can be refused. */
final class RestingThreads extends AbstractExecutorService {

    private final Rest rest;
    private final ExecutorService threads = Executors.newCachedThreadPool(RestingThreads::daemonThread);
    private volatile boolean refused;
    private volatile boolean begun;

    RestingThreads(Rest rest) {
        this.rest = rest;
    }

    /** From now on there is no thread for any work, or there is again. */
    void refuse(boolean whether) {
        refused = whether;
    }

    /** From now on the threads of those who stay busy are counted; before, a pool makes its reserve. */
    void begin() {
        begun = true;
    }

    /** A thread of its own. */
    Thread dedicated(Runnable work) {
        if (!begun) {
            return daemonThread(work);
        }
        rest.workBegins();
        return daemonThread(() -> run(work));
    }

    @Override
    public void execute(Runnable work) {
        if (refused) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        rest.workBegins();
        threads.execute(() -> run(work));
    }

    private void run(Runnable work) {
        try {
            work.run();
        } finally {
            rest.workEnds();
        }
    }

    private static Thread daemonThread(Runnable work) {
        Thread thread = new Thread(work, "model");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }
}
