package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.run.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One thing to do with a connector, and those who wait for it to end. */
final class Operation {

    private final OperationKind kind;
    private final Optional<UserId> requestedBy;
    private final Consumer<Operation> work;
    private final CompletableFuture<Optional<RunId>> done = new CompletableFuture<>();
    private List<CompletableFuture<Optional<RunId>>> waiting = new ArrayList<>(List.of(done));
    private volatile Optional<RunId> run = Optional.empty();

    /**
     * @param requestedBy empty where the daemon itself wants it
     * @param work must not throw
     */
    Operation(OperationKind kind, Optional<UserId> requestedBy, Consumer<Operation> work) {
        this.kind = kind;
        this.requestedBy = requestedBy;
        this.work = work;
    }

    OperationKind kind() {
        return kind;
    }

    Optional<UserId> requestedBy() {
        return requestedBy;
    }

    void run() {
        work.accept(this);
    }

    /** It has led to this run. */
    void led(RunId begun) {
        run = Optional.of(begun);
    }

    /**
     * Completed when the operation has ended, was given up, or was absorbed by another that has ended: with the run that came
     * of it, if one did.
     */
    CompletableFuture<Optional<RunId>> done() {
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
        waiting.forEach(waiter -> waiter.complete(run));
    }
}
