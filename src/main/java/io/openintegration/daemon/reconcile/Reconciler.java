package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.Requester;
import java.util.concurrent.Executor;

/**
 * Makes a metadata server agree with what one connector describes, by way of the connector's {@link Ledger}
 * (docs/architecture.md: a connector describes, the framework reconciles). One refresh at a time; the refresh is used
 * by one thread at a time.
 */
public final class Reconciler {

    private final MetadataStore store;
    private final Ledger ledger;
    private final Requester requester;
    private final Runnable writeGate;
    private final ReconcileOptions options;
    private final Executor writer;

    /**
     * @param requester in whose name, and for which metadata source, is written; top scopes are linked to the source,
     *     and to nothing where there is none
     * @param writeGate called before every write to metadata server and ledger; what it throws ends the refresh, so
     *     that a connector that was given up cannot write any more; called on the thread that writes
     * @param writer does the writing of full batches of new items while the connector goes on describing, one thing at a time; where it
     *     refuses, the refresh's own thread does it
     */
    public Reconciler(
            MetadataStore store,
            Ledger ledger,
            Requester requester,
            Runnable writeGate,
            ReconcileOptions options,
            Executor writer) {
        this.store = store;
        this.ledger = ledger;
        this.requester = requester;
        this.writeGate = writeGate;
        this.options = options;
        this.writer = writer;
    }

    /** Does all writing on the thread of the refresh. */
    public Reconciler(
            MetadataStore store, Ledger ledger, Requester requester, Runnable writeGate, ReconcileOptions options) {
        this(store, ledger, requester, writeGate, options, Runnable::run);
    }

    /** Begins a refresh: hand the result to the connector as its sink, and close it. */
    public ReconcileRun begin(RefreshMode mode, RunOrigin origin) {
        return begin(mode, origin, ChangeWatch.NONE);
    }

    /** As {@link #begin(RefreshMode, RunOrigin)}, told to {@code watch} before it is written. */
    public ReconcileRun begin(RefreshMode mode, RunOrigin origin, ChangeWatch watch) {
        return new ReconcileRun(catalogue(store, ledger, writer), mode, origin, watch);
    }

    /**
     * Begins a refresh that writes nothing to metadata server and ledger: what it would do is told to {@code watch}, and
     * counted in its report. What a metadata server refuses for other reasons than names and GUIDs is not foreseen.
     *
     * @param scratch an empty ledger of nobody, which is of no use to anybody afterwards
     */
    public ReconcileRun plan(RefreshMode mode, RunOrigin origin, Ledger scratch, ChangeWatch watch) {
        return new ReconcileRun(planned(scratch), mode, origin, watch);
    }

    /**
     * Undoes a run: what it made is removed, what it changed gets its former values, what it archived is restored. What
     * others or later runs changed since is left, and reported. May be repeated after it was interrupted.
     *
     * @param run {@link RunOrigin#reference()} of the run
     * @param changes what it changed, as {@link NotedChanges#forUndo} noted it
     * @param watch is told of everything that is done, and left
     */
    public UndoRun undo(String run, ChangeList changes, ChangeWatch watch) {
        return new UndoRun(catalogue(store, ledger, Runnable::run), run, changes, watch);
    }

    /**
     * Finds out what {@link #undo} would do, and writes nothing to metadata server, ledger, and the run's changes.
     *
     * @param scratch as in {@link #plan}
     */
    public UndoRun planUndo(String run, ChangeList changes, Ledger scratch, ChangeWatch watch) {
        return new UndoRun(planned(scratch), run, changes, watch);
    }

    private Catalogue planned(Ledger scratch) {
        PlanScratch notes = new PlanScratch(scratch);
        return catalogue(new PlanStore(store, notes, options.removal()), new PlanLedger(ledger, notes), Runnable::run);
    }

    private Catalogue catalogue(MetadataStore server, Ledger notes, Executor writing) {
        return new Catalogue(server, notes, requester, writeGate, options, writing);
    }
}
