package io.openintegration.daemon.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Has what several threads want to store at the same time stored by one of them in one transaction: a commit costs much more than a
 * row. What cannot be stored fails the thread that brought it, and no other. Safe from any thread.
 *
 * @param <T> what is stored
 */
final class GroupCommit<T> {

    private final int most;
    private final Commit<T> commit;
    private final Predicate<RuntimeException> isOfItems;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Queue<Waiting<T>> waiting = new ConcurrentLinkedQueue<>();

    /** Stores items, all or none. */
    @FunctionalInterface
    interface Commit<T> {

        /** @param again whether they were among others a moment ago, and could not be stored with these */
        void store(List<T> items, boolean again);
    }

    /**
     * @param most items in one transaction, unless one thread brings more
     * @param commit called by one thread at a time
     * @param isOfItems whether a failure is about some of the items, so that the others could be stored; what fails otherwise, fails
     *     everybody at once: each would only wait for the same
     */
    GroupCommit(int most, Commit<T> commit, Predicate<RuntimeException> isOfItems) {
        this.most = most;
        this.commit = commit;
        this.isOfItems = isOfItems;
    }

    /** Returns when they are stored, and throws what storing them threw. */
    void store(List<T> items) {
        Waiting<T> own = new Waiting<>(items);
        waiting.add(own);
        turn.lock();
        try {
            while (!own.isDone) {
                commit(nextGroup());
            }
        } finally {
            turn.unlock();
        }
        own.rethrow();
    }

    private List<Waiting<T>> nextGroup() {
        List<Waiting<T>> group = new ArrayList<>();
        int items = 0;
        for (Waiting<T> next = waiting.peek();
                next != null && (group.isEmpty() || items + next.items.size() <= most);
                next = waiting.peek()) {
            waiting.remove();
            group.add(next);
            items += next.items.size();
        }
        return group;
    }

    private void commit(List<Waiting<T>> group) {
        Optional<RuntimeException> thrown = attempt(group, false);
        if (group.size() > 1 && thrown.filter(isOfItems).isPresent()) {
            group.forEach(one -> attempt(List.of(one), true));
        }
    }

    private Optional<RuntimeException> attempt(List<Waiting<T>> group, boolean again) {
        RuntimeException thrown = new IllegalStateException("an error ended what was to store it");
        try {
            commit.store(group.stream().flatMap(one -> one.items.stream()).toList(), again);
            thrown = null;
        } catch (RuntimeException e) {
            thrown = e;
        } finally {
            for (Waiting<T> one : group) {
                one.isDone = true;
                one.failure = thrown;
            }
        }
        return Optional.ofNullable(thrown);
    }

    /** Its fields are guarded by the turn; the thread that waits reads them after it had its own. */
    private static final class Waiting<T> {

        private final List<T> items;
        private volatile boolean isDone;
        private volatile RuntimeException failure;

        private Waiting(List<T> items) {
            this.items = items;
        }

        private void rethrow() {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
