package io.openintegration.daemon.reconcile;

/** The undo of one run; see {@link Reconciler#undo}. Carried out once, by one thread. */
public final class UndoRun {

    private final Catalogue catalogue;
    private final Tally tally = new Tally();
    private final UndoneCreations creations;
    private final UndoneChanges changes;

    UndoRun(Catalogue catalogue, String run, ChangeList list, ChangeWatch watch) {
        this.catalogue = catalogue;
        UndoWriter writer = new UndoWriter(catalogue, watch, tally);
        this.creations = new UndoneCreations(catalogue, run, list, writer);
        this.changes = new UndoneChanges(catalogue, list, writer);
    }

    /**
     * What was made goes first, then everything else goes back where it was; then scopes that were made or restored can go,
     * as far as nothing is in them: each that goes may free the one that holds it.
     *
     * @throws io.openintegration.daemon.metadata.MetadataStoreException where the metadata server fails; what was done by
     *     then is done
     */
    public ReconcileReport carryOut() {
        creations.removeItems();
        changes.goBack();
        int removed = 1;
        while (removed > 0) {
            removed = creations.removeEmptyScopes() + changes.removeRestoredScopes();
        }
        changes.reportWhatIsLeft();
        creations.reportWhatIsLeft();
        return report();
    }

    /** How much was asked and written so far; may be called by any thread. A number that grows is a sign of life. */
    public long progress() {
        return catalogue.steps();
    }

    /** What was done so far. May be called by any thread. */
    public ReconcileReport report() {
        return tally.report();
    }
}
