package io.openintegration.daemon.runtime;

import io.openintegration.daemon.testing.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Threads whose work stands still from its beginning until the test ends it. What is handed over has begun when {@link #execute}
 * returns, and what was ended has ended when the test goes on.
 */
final class StandingThreads extends AbstractExecutorService {

    private final List<String> begun = new ArrayList<>();
    private final List<Standing> standing = new ArrayList<>();
    private final Semaphore beginnings = new Semaphore(0);
    private boolean over;

    private record Standing(Thread thread, Gate gate) {}

    /** The work to hand over: it stands still. */
    Runnable work(String name) {
        return () -> {
            Gate gate = new Gate();
            synchronized (this) {
                if (over) {
                    gate.open();
                }
                begun.add(name);
                standing.add(new Standing(Thread.currentThread(), gate));
            }
            beginnings.release();
            gate.awaitStubbornly();
        };
    }

    /** All work that has begun, in its order. */
    synchronized List<String> begun() {
        return List.copyOf(begun);
    }

    /** Ends the one that began first of those that go on. */
    void endFirst() throws InterruptedException {
        end(0);
    }

    /** Ends the one that began last. */
    void endLast() throws InterruptedException {
        end(standing.size() - 1);
    }

    private void end(int number) throws InterruptedException {
        Standing ended;
        synchronized (this) {
            ended = standing.remove(number);
        }
        ended.gate().open();
        ended.thread().join();
    }

    @Override
    public void execute(Runnable work) {
        Thread thread = new Thread(work, "standing");
        thread.setDaemon(true);
        thread.start();
        beginnings.acquireUninterruptibly();
    }

    @Override
    public synchronized void shutdown() {
        over = true;
        List.copyOf(standing).forEach(left -> left.gate().open());
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
