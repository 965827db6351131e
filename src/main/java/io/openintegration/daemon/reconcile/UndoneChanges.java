package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes back through what a run changed, the last change first. */
final class UndoneChanges {

    private final Catalogue catalogue;
    private final ChangeList list;
    private final UndoWriter writer;
    private List<NumberedChange> restoredScopes = new ArrayList<>();

    UndoneChanges(Catalogue catalogue, ChangeList list, UndoWriter writer) {
        this.catalogue = catalogue;
        this.list = list;
        this.writer = writer;
    }

    void goBack() {
        int size = catalogue.options().batchSize();
        List<NumberedChange> page = list.standing(Long.MAX_VALUE, size);
        while (!page.isEmpty()) {
            batches(page).forEach(this::undo);
            page = list.standing(page.get(page.size() - 1).number(), size);
        }
    }

    /** Scopes that the run restored, with nothing in them; returns how many. */
    int removeRestoredScopes() {
        List<NumberedChange> waiting = restoredScopes;
        restoredScopes = new ArrayList<>();
        waiting.forEach(scope -> {
            if (holdsContent(scope)) {
                restoredScopes.add(scope);
            } else {
                undo(List.of(scope));
            }
        });
        return waiting.size() - restoredScopes.size();
    }

    /** Scopes that the run restored, and that are still there. */
    void reportWhatIsLeft() {
        restoredScopes.forEach(scope -> writer.write(List.of(UndoStep.left(
                scope, UndoMessage.HOLDS_CONTENT.with(scope.change().name())))));
    }

    private boolean holdsContent(NumberedChange scope) {
        return !catalogue.isEmpty(scope.change().key());
    }

    private void undo(List<NumberedChange> batch) {
        Set<ItemKey> later =
                list.changedLater(batch.stream().map(it -> it.change().key()).toList());
        UndoSteps steps = new UndoSteps(catalogue, batch, later);
        List<Long> done = writer.write(batch.stream().map(steps::of).toList());
        if (!catalogue.isPlanned()) {
            list.undone(done);
        }
    }

    private static boolean isRestoredScope(ItemChange change) {
        return change.action() == ChangeAction.RESTORE
                && change.former().filter(LedgerEntry::isScope).isPresent();
    }

    /**
     * What is found out of one change must be true when it is written: no batch has two of the same item. Scopes that were
     * restored have to wait until they are empty.
     */
    private List<List<NumberedChange>> batches(List<NumberedChange> page) {
        List<List<NumberedChange>> batches = new ArrayList<>();
        Set<ItemKey> keys = new HashSet<>();
        List<NumberedChange> batch = new ArrayList<>();
        for (NumberedChange change : page) {
            if (isRestoredScope(change.change())) {
                restoredScopes.add(change);
                continue;
            }
            if (!keys.add(change.change().key())) {
                batches.add(batch);
                batch = new ArrayList<>();
                keys = new HashSet<>(Set.of(change.change().key()));
            }
            batch.add(change);
        }
        batches.add(batch);
        return batches;
    }
}
