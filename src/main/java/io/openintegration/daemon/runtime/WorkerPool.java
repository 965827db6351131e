package io.openintegration.daemon.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * The threads on which connectors are called. A bounded number of operations runs at a time, the others wait in turn. An
 * operation that hangs can be made to give its place back, so it costs a thread, but nobody else's turn. Taking work never
 * fails: a connector whose work were refused would be stuck.
 */
public final class WorkerPool implements AutoCloseable {

    private final ThreadFactory threadFactory;
    private final ExecutorService threads;
    private final Deque<Place> waiting = new ArrayDeque<>();
    private int free;

    /**
     * @param threadFactory makes all threads; in an application server, a managed one
     * @param parallel how many operations run at the same time, at least one (setting {@code daemon.connectors.parallel})
     * @throws IllegalArgumentException where it is less
     */
    public WorkerPool(ThreadFactory threadFactory, int parallel) {
        if (parallel < 1) {
            throw new IllegalArgumentException("daemon.connectors.parallel must be at least 1, not " + parallel);
        }
        this.threadFactory = threadFactory;
        this.threads = Executors.newCachedThreadPool(threadFactory);
        this.free = parallel;
    }

    /** Runs the work as soon as there is a place for it, and a thread. */
    Place submit(Runnable work) {
        Place place = new Place(work);
        synchronized (this) {
            waiting.add(place);
        }
        launchWaiting();
        return place;
    }

    /**
     * Runs at once, beside the bounded places: for short work that ends or replaces other work. It cannot wait, so where
     * there is no thread for it, it runs in the caller's.
     */
    Place submitControl(Runnable work) {
        try {
            threads.execute(work);
        } catch (RuntimeException | OutOfMemoryError e) {
            work.run();
        }
        return new Place(work);
    }

    /** Runs on a thread of its own that may stay busy for ever; where there is none to be had, in a place. */
    Place submitDedicated(Runnable work) {
        try {
            threadFactory.newThread(work).start();
            return new Place(work);
        } catch (RuntimeException | OutOfMemoryError e) {
            return submit(work);
        }
    }

    /** Interrupts what runs in the pool, though not on dedicated threads, and takes no more work. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void launchWaiting() {
        Optional<Place> next = grant();
        while (next.filter(this::launch).isPresent()) {
            next = grant();
        }
    }

    private synchronized Optional<Place> grant() {
        if (free == 0 || waiting.isEmpty()) {
            return Optional.empty();
        }
        free--;
        Place next = waiting.remove();
        next.granted = true;
        return Optional.of(next);
    }

    /** Whether there was a thread. If not, the work waits on: the next submit or release of a place tries again. */
    private boolean launch(Place place) {
        try {
            threads.execute(() -> {
                try {
                    place.work.run();
                } finally {
                    place.release();
                }
            });
            return true;
        } catch (RuntimeException | OutOfMemoryError e) {
            place.putBack();
            return false;
        }
    }

    /** A place in the pool, taken or waited for. */
    final class Place {

        private final Runnable work;
        private boolean granted;

        private Place(Runnable work) {
            this.work = work;
        }

        /**
         * Gives the place back, once: what waits for it is no longer run, what runs in it goes on without counting.
         *
         * @return whether the work had not begun and now never will
         */
        boolean release() {
            synchronized (WorkerPool.this) {
                if (waiting.remove(this)) {
                    return true;
                }
                if (!granted) {
                    return false;
                }
                granted = false;
                free++;
            }
            launchWaiting();
            return false;
        }

        private void putBack() {
            synchronized (WorkerPool.this) {
                if (granted) {
                    granted = false;
                    free++;
                    waiting.addFirst(this);
                }
            }
        }
    }
}
