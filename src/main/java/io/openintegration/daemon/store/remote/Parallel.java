package io.openintegration.daemon.store.remote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Does the same with many things, some of them at once: the caller's thread is one of those that work. Where one fails, or the
 * caller is interrupted, no further one is begun; nothing is under way any more when the call returns.
 */
final class Parallel {

    private final Executor threads;
    private final int width;

    Parallel(Executor threads, int width) {
        this.threads = threads;
        this.width = width;
    }

    /**
     * @return one result for each thing, in their order
     * @throws RuntimeException what failed, of several the one of the first thing
     */
    <T, R> List<R> map(List<T> things, Function<T, R> work) {
        Shift<T, R> shift = new Shift<>(things, work);
        int helpers = Math.min(width, things.size()) - 1;
        for (int i = 0; i < helpers; i++) {
            shift.recruit(threads);
        }
        shift.work();
        shift.awaitHelpers();
        return shift.results();
    }

    /** The work on one list. */
    private static final class Shift<T, R> {

        private final List<T> things;
        private final Function<T, R> work;
        private final List<R> results;
        private final TreeMap<Integer, RuntimeException> failures = new TreeMap<>();
        private final Set<Thread> helping = new HashSet<>();
        private int next;
        private int helpers;
        private boolean stopped;

        private Shift(List<T> things, Function<T, R> work) {
            this.things = things;
            this.work = work;
            this.results = new ArrayList<>(things.size());
            things.forEach(thing -> results.add(null));
        }

        /** Where there are no threads any more, the caller works alone. */
        private synchronized void recruit(Executor threads) {
            try {
                threads.execute(this::help);
                helpers++;
            } catch (RejectedExecutionException closed) {
                // its requests will fail, and say so
            }
        }

        private void help() {
            synchronized (this) {
                helping.add(Thread.currentThread());
            }
            try {
                work();
            } finally {
                synchronized (this) {
                    helping.remove(Thread.currentThread());
                    helpers--;
                    notifyAll();
                }
                // meant for this work alone, which is over
                Thread.interrupted();
            }
        }

        private void work() {
            for (Optional<Integer> index = take(); index.isPresent(); index = take()) {
                try {
                    done(index.get(), work.apply(things.get(index.get())));
                } catch (RuntimeException failure) {
                    failed(index.get(), failure);
                }
            }
        }

        private synchronized Optional<Integer> take() {
            return stopped || next == things.size() ? Optional.empty() : Optional.of(next++);
        }

        private synchronized void done(int index, R result) {
            results.set(index, result);
        }

        private synchronized void failed(int index, RuntimeException failure) {
            failures.put(index, failure);
            stopped = true;
        }

        private synchronized void awaitHelpers() {
            boolean interrupted = false;
            while (helpers > 0) {
                if (interrupted || Thread.currentThread().isInterrupted()) {
                    stopped = true;
                    helping.forEach(Thread::interrupt);
                }
                try {
                    wait(interrupted ? 100 : 0);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized List<R> results() {
            if (!failures.isEmpty()) {
                throw failures.firstEntry().getValue();
            }
            return results;
        }
    }
}
