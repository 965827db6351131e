package io.openintegration.daemon.runtime;

import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.RunOrigin;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunReport;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A refresh while it goes on. Safe from any thread. */
final class ActiveRun {

    private final RunReport begun;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Supplier<ReconcileReport> progress = () -> ReconcileReport.NOTHING;
    private volatile boolean cancelled;

    ActiveRun(RunReport begun) {
        this.begun = begun;
    }

    RunId id() {
        return begun.id();
    }

    /** How the ledger names it. */
    RunOrigin origin() {
        return new RunOrigin(begun.id().toString(), begun.begin());
    }

    /** This tells what is done now. */
    void follow(Supplier<ReconcileReport> work) {
        progress = work;
    }

    RunReport begun() {
        return begun;
    }

    ReconcileReport soFar() {
        return progress.get();
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    boolean hasEnded() {
        return ended.get();
    }

    /** Whether it ends by this: it ends once. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
