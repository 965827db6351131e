package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a change of a run is undone.
 *
 * @param undone the change, and its place on the run's list
 * @param told what this does; empty where there is nothing to do
 * @param changes what is written for it
 * @param entry what the ledger says afterwards; empty where it forgets the item, or is left alone
 * @param forgotten whether it forgets the item
 * @param left what is left as it is, and why
 */
record UndoStep(
        NumberedChange undone,
        Optional<ItemChange> told,
        List<Change> changes,
        Optional<LedgerEntry> entry,
        boolean forgotten,
        List<Message> left) {

    /** All of it is left. */
    static UndoStep left(NumberedChange change, Message why) {
        return new UndoStep(change, Optional.empty(), List.of(), Optional.empty(), false, List.of(why));
    }

    /** It is undone already. */
    static UndoStep nothing(NumberedChange change) {
        return new UndoStep(change, Optional.empty(), List.of(), Optional.empty(), false, List.of());
    }

    ItemKey key() {
        return undone.change().key();
    }

    /** Whether the change need not be looked at again. */
    boolean isDone() {
        return left.isEmpty() || told.isPresent();
    }

    /** What the ledger says, with what the metadata server answered. */
    Optional<LedgerEntry> entry(List<ChangeResult> results) {
        Map<Guid, Long> versions = new HashMap<>();
        results.forEach(result -> versions.put(result.guid(), result.version()));
        return entry.map(known -> known.withVersions(versions));
    }
}
