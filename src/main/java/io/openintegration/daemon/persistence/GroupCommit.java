package io.openintegration.daemon.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Has what several threads want to store at the same time stored by one of them in one transaction: a commit costs much more than a
 * row. Safe from any thread.
 *
 * @param <T> what is stored
 */
final class GroupCommit<T> {

    private final int most;
    private final Consumer<List<T>> commit;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Queue<Waiting<T>> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param most items in one transaction, unless one thread brings more
     * @param commit stores them, all or none; called by one thread at a time
     */
    GroupCommit(int most, Consumer<List<T>> commit) {
        this.most = most;
        this.commit = commit;
    }

    /** Returns when they are stored, and throws what storing them, or those stored along with them, threw. */
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
        RuntimeException thrown = new IllegalStateException("an error ended what was to store it");
        try {
            commit.accept(group.stream().flatMap(one -> one.items.stream()).toList());
            thrown = null;
        } catch (RuntimeException e) {
            thrown = e;
        } finally {
            for (Waiting<T> one : group) {
                one.isDone = true;
                one.failure = thrown;
            }
        }
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
