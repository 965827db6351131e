package io.openintegration.daemon.runtime;

import io.openintegration.daemon.runtime.run.RunId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a request comes to for one connector: work that goes on after the request was answered. Safe from any thread. */
public final class Errand {

    private final CompletableFuture<Void> done;
    private volatile Optional<RunId> run = Optional.empty();

    /** One that begins. */
    Errand() {
        this(new CompletableFuture<>());
    }

    private Errand(CompletableFuture<Void> done) {
        this.done = done;
    }

    /** There is nothing to do. */
    static Errand none() {
        return new Errand(CompletableFuture.completedFuture(null));
    }

    /** Of which no more is known than when it has ended. */
    static Errand asLongAs(CompletableFuture<Void> work) {
        return new Errand(work.handle((ended, failed) -> null));
    }

    /** The refresh that came of it, from when that has begun; empty before that, and where none comes of it. */
    public Optional<RunId> run() {
        return run;
    }

    /** Whether it has ended, however it ended: by then it is clear whether a refresh came of it. */
    public boolean isDone() {
        return done.isDone();
    }

    /** Completed when it has ended, however it ended; never fails. */
    public CompletableFuture<Void> done() {
        return done.copy();
    }

    /** It has led to this refresh. */
    void led(RunId begun) {
        run = Optional.of(begun);
    }

    void end() {
        done.complete(null);
    }
}
