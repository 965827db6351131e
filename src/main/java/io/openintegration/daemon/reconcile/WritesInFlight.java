package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * What is being written while the connector goes on describing: one batch after the other, and of two at a time the first is
 * only waiting for the ledger. All of it are items of which the ledger had nothing. So what it has of other items, and in
 * other scopes, may be read meanwhile; for everything else the refresh waits. After a failure nothing more is written.
 *
 * <p>Used by the refresh's thread. It waits whatever interrupts come, as for a database: they are left to be noticed later. A wait
 * ends when metadata server and ledger have answered or have given up.
 */
final class WritesInFlight {

    private static final int MOST = 2;

    private final Executor executor;
    private final Deque<PlannedWrite> writing = new ArrayDeque<>();
    private CompletableFuture<Void> applied = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> settled = applied;

    /** @param executor may refuse: then there is no thread to be had, and the work is done at once */
    WritesInFlight(Executor executor) {
        this.executor = work -> {
            try {
                executor.execute(work);
            } catch (RuntimeException | OutOfMemoryError none) {
                work.run();
            }
        };
    }

    /** Has it written, of the one before everything {@linkplain #awaitApplied applied}. */
    void begin(PlannedWrite write) {
        if (writing.size() == MOST) {
            writing.remove();
        }
        writing.add(write);
        applied = settled.thenRunAsync(write::apply, executor);
        settled = applied.thenRunAsync(write::settle, executor);
    }

    /** Throws what made writing fail, if it did. */
    void check() {
        if (settled.isCompletedExceptionally()) {
            join(settled);
        }
    }

    /** Waits until the metadata server has answered the last of them; throws what made writing fail. */
    void awaitApplied() {
        join(applied);
    }

    /** Waits until nothing is being written; throws what made writing fail. */
    void await() {
        join(settled);
        writing.clear();
    }

    /** Waits where one of these items is being written. */
    void await(Collection<ItemKey> items) {
        if (writing.stream().anyMatch(write -> items.stream().anyMatch(write::isOf))) {
            await();
        }
    }

    /** Waits where something is being written into that scope. */
    void awaitContentOf(Optional<ItemKey> scope) {
        if (writing.stream().anyMatch(write -> write.isIn(scope))) {
            await();
        }
    }

    /** Waits until nothing is being written, whether it fails or not. */
    void end() {
        settled.exceptionally(failure -> null).join();
    }

    private static void join(CompletableFuture<Void> step) {
        try {
            step.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }
}
