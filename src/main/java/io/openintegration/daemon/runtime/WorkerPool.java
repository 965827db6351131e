package io.openintegration.daemon.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * The threads on which connectors are called. A bounded number of operations runs at a time, the others wait in turn. An
 * operation that hangs can be made to give its place back, so it costs a thread, but nobody else's turn.
 */
public final class WorkerPool implements AutoCloseable {

    private final ThreadFactory threadFactory;
    private final ExecutorService threads;
    private final Deque<Place> waiting = new ArrayDeque<>();
    private int free;

    /**
     * @param threadFactory makes all threads; in an application server, a managed one
     * @param parallel how many operations run at the same time
     */
    public WorkerPool(ThreadFactory threadFactory, int parallel) {
        this.threadFactory = threadFactory;
        this.threads = Executors.newCachedThreadPool(threadFactory);
        this.free = parallel;
    }

    /** Runs the work as soon as there is a place for it. */
    Place submit(Runnable work) {
        Place place = new Place(work);
        synchronized (this) {
            if (free == 0) {
                waiting.add(place);
                return place;
            }
            free--;
            place.granted = true;
        }
        launch(place);
        return place;
    }

    /** Runs at once, beside the bounded places: for short work that ends or replaces other work. */
    void submitControl(Runnable work) {
        threads.execute(work);
    }

    /** Runs on a thread of its own that may stay busy for ever. */
    Place submitDedicated(Runnable work) {
        Place place = new Place(work);
        threadFactory.newThread(work).start();
        return place;
    }

    /** Interrupts what runs in the pool, though not on dedicated threads, and takes no more work. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void launch(Place place) {
        threads.execute(() -> {
            try {
                place.work.run();
            } finally {
                place.release();
            }
        });
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
            Place next;
            synchronized (WorkerPool.this) {
                if (waiting.remove(this)) {
                    return true;
                }
                if (!granted) {
                    return false;
                }
                granted = false;
                next = waiting.poll();
                if (next == null) {
                    free++;
                    return false;
                }
                next.granted = true;
            }
            launch(next);
            return false;
        }
    }
}
