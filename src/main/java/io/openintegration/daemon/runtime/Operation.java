package io.openintegration.daemon.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One thing to do with a connector, and those who wait for it to end. */
final class Operation {

    private final OperationKind kind;
    private final Runnable work;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private List<CompletableFuture<Void>> waiting = new ArrayList<>(List.of(done));

    /**
     * @param work must not throw
     */
    Operation(OperationKind kind, Runnable work) {
        this.kind = kind;
        this.work = work;
    }

    OperationKind kind() {
        return kind;
    }

    void run() {
        work.run();
    }

    /** Completed when the operation has ended, was given up, or was absorbed by another that has ended. */
    CompletableFuture<Void> done() {
        return done;
    }

    /** The one that takes precedence, of equals the later; the other ends with it. */
    Operation joinedWith(Operation later) {
        waiting.addAll(later.waiting);
        later.waiting = waiting;
        return later.kind.absorbs(kind) ? later : this;
    }

    /** Tells everybody who waits. */
    void end() {
        waiting.forEach(waiter -> waiter.complete(null));
    }
}
