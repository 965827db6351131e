package io.openintegration.daemon.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Threads for all work at once, which the test can keep from beginning with more. */
public final class HoldableThreads extends AbstractExecutorService {

    private final ExecutorService threads;
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;

    HoldableThreads(ThreadFactory factory) {
        threads = Executors.newCachedThreadPool(factory);
    }

    /** What is handed over from now on does not begin. */
    public synchronized void hold() {
        holding = true;
    }

    /** What was held begins. */
    public synchronized void go() {
        holding = false;
        held.forEach(threads::execute);
        held.clear();
    }

    @Override
    public synchronized void execute(Runnable work) {
        if (holding) {
            held.add(work);
        } else {
            threads.execute(work);
        }
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
