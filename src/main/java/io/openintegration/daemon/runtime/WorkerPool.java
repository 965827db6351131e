package io.openintegration.daemon.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which the connectors of a node are called. A bounded number of operations runs at a time, in all and with
 * each target; the others wait in turn, and one whose target is busy holds up nobody else. An operation that only waits can be made
 * to lend its place, and one that hangs to give it back, so it costs a thread, but nobody else's turn. Taking work never
 * fails: a connector whose work were refused would be stuck.
 */
public final class WorkerPool implements AutoCloseable {

    /** Kept from the beginning for what ends or replaces other work: connectors may have leaked so many that there are no more. */
    private static final int RESERVE = 2;

    /** So many places are lent for each that there is: what only waits comes back, and then works beside those it lent its place to. */
    private static final int LENT_FOR_EACH = 3;

    private final ThreadFactory threadFactory;
    private final ExecutorService threads;
    private final ThreadPoolExecutor reserve;
    private final Deque<Place> waiting = new ArrayDeque<>();
    private final ParallelLimits limits;
    private final MonotonicClock time;
    private final Map<WorkTarget, Integer> busy = new HashMap<>();
    private int taken;
    private int lent;

    /**
     * @param threadFactory makes all threads; in an application server, a managed one
     */
    public WorkerPool(ThreadFactory threadFactory, ParallelLimits limits, MonotonicClock time) {
        this(threadFactory, Executors.newCachedThreadPool(threadFactory), limits, time);
    }

    /**
     * @param threadFactory makes the threads of those who stay busy
     * @param threads has one for all other work at once, or refuses it; is closed with the pool
     */
    public WorkerPool(
            ThreadFactory threadFactory, ExecutorService threads, ParallelLimits limits, MonotonicClock time) {
        this.threadFactory = threadFactory;
        this.threads = threads;
        this.reserve = new ThreadPoolExecutor(
                RESERVE, RESERVE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threadFactory);
        this.reserve.prestartAllCoreThreads();
        this.limits = limits;
        this.time = time;
    }

    /** Runs the work as soon as there is a place for it, also with its targets, and a thread. */
    Place submit(Runnable work, Set<WorkTarget> targets) {
        Place place = new Place(work, targets);
        synchronized (this) {
            waiting.add(place);
        }
        launchWaiting();
        return place;
    }

    /**
     * Runs at once, beside the bounded places: for short work that ends or replaces other work. Where there is no thread for it,
     * one of the reserve does it as soon as it can; a closed pool has none, so that the caller's does it.
     */
    Place submitControl(Runnable work) {
        try {
            threads.execute(work);
        } catch (RuntimeException | OutOfMemoryError e) {
            submitToReserve(work);
        }
        return new Place(work, Set.of());
    }

    private void submitToReserve(Runnable work) {
        try {
            reserve.execute(work);
        } catch (RejectedExecutionException closed) {
            work.run();
        }
    }

    /**
     * Runs at once, beside the bounded places: a part of an operation that has one and waits for it.
     *
     * @throws java.util.concurrent.RejectedExecutionException where there is no thread for it, or the pool is closed
     */
    void submitPart(Runnable part) {
        threads.execute(part);
    }

    /** Runs on a thread of its own that may stay busy for ever; where there is none to be had, in a place. */
    Place submitDedicated(Runnable work) {
        try {
            threadFactory.newThread(work).start();
            return new Place(work, Set.of());
        } catch (RuntimeException | OutOfMemoryError e) {
            return submit(work, Set.of());
        }
    }

    /** Makes threads beside the pool's. */
    ThreadFactory threadFactory() {
        return threadFactory;
    }

    /** Called at each tick: what found no thread, though there was a place, is tried again. */
    void tick() {
        launchWaiting();
    }

    /** Interrupts what runs in the pool, though not on dedicated threads, and takes no more work. */
    @Override
    public void close() {
        threads.shutdownNow();
        reserve.shutdownNow();
    }

    private void launchWaiting() {
        Optional<Place> next = grant();
        while (next.filter(this::launch).isPresent()) {
            next = grant();
        }
    }

    private synchronized Optional<Place> grant() {
        if (taken >= limits.node()) {
            return Optional.empty();
        }
        for (Iterator<Place> inTurn = waiting.iterator(); inTurn.hasNext(); ) {
            Place next = inTurn.next();
            if (next.targets.stream().allMatch(this::isOpen)) {
                inTurn.remove();
                next.take();
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private boolean isOpen(WorkTarget target) {
        return busy.getOrDefault(target, 0) < limits.of(target);
    }

    /** What waits for a place. */
    public synchronized Backlog backlog() {
        Place first = waiting.peek();
        return new Backlog(
                waiting.size(), first == null ? Duration.ZERO : time.now().minus(first.since));
    }

    /** Whether there was a thread. If not, the work waits on: the next submit, release of a place or tick tries again. */
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
        private final Set<WorkTarget> targets;
        private final Duration since = time.now();
        private boolean granted;
        private boolean onLoan;

        private Place(Runnable work, Set<WorkTarget> targets) {
            this.work = work;
            this.targets = targets;
        }

        private void take() {
            granted = true;
            count(1, true);
        }

        private void giveBack() {
            if (onLoan) {
                returned();
            }
            granted = false;
            count(-1, true);
        }

        private void returned() {
            onLoan = false;
            lent--;
            count(1, false);
        }

        private void count(int number, boolean thirdPartyToo) {
            taken += number;
            targets.stream()
                    .filter(target -> thirdPartyToo || target.kind() != WorkTarget.Kind.THIRD_PARTY)
                    .forEach(target ->
                            busy.merge(target, number, (before, more) -> before + more == 0 ? null : before + more));
        }

        /** Returns whether the work had not begun, and now never will. */
        boolean withdraw() {
            synchronized (WorkerPool.this) {
                return waiting.remove(this);
            }
        }

        /**
         * What runs here only waits, as far as can be told, or no longer: while it does, others who wait have its place. That with its third
         * party it keeps, since it may be the third party that is slow. Not all places are lent at once.
         */
        void lend(boolean waits) {
            synchronized (WorkerPool.this) {
                if (!granted || waits == onLoan) {
                    return;
                }
                if (!waits) {
                    returned();
                    return;
                }
                if (waiting.isEmpty() || lent >= LENT_FOR_EACH * limits.node()) {
                    return;
                }
                onLoan = true;
                lent++;
                count(-1, false);
            }
            launchWaiting();
        }

        /** Gives a place that is taken back, once: what runs in it goes on without counting. */
        void release() {
            synchronized (WorkerPool.this) {
                if (!granted) {
                    return;
                }
                giveBack();
            }
            launchWaiting();
        }

        private void putBack() {
            synchronized (WorkerPool.this) {
                if (granted) {
                    giveBack();
                    waiting.addFirst(this);
                }
            }
        }
    }
}
