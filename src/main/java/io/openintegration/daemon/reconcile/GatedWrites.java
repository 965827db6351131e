package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.Requester;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Writes to metadata server and ledger, each time after it has passed a gate. */
final class GatedWrites {

    private final MetadataStore store;
    private final Ledger ledger;
    private final Requester requester;
    private final Runnable gate;
    private volatile boolean touched;

    /** @param gate what it throws keeps a write from being made */
    GatedWrites(MetadataStore store, Ledger ledger, Requester requester, Runnable gate) {
        this.store = store;
        this.ledger = ledger;
        this.requester = requester;
        this.gate = gate;
    }

    /** Whether nothing was saved: whatever is written in the metadata server is noted in the ledger, too. */
    boolean areNone() {
        return !touched;
    }

    /** Changes nothing and asks nobody where there are no changes. */
    List<ChangeResult> apply(List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        gate.run();
        return store.apply(requester, new ChangeSet(changes));
    }

    void save(Collection<LedgerEntry> entries, Collection<ItemKey> forgotten) {
        if (!entries.isEmpty() || !forgotten.isEmpty()) {
            ledger().save(entries, forgotten);
        }
    }

    void intend(Collection<LedgerIntent> intents, Collection<LedgerEntry> entries) {
        ledger().intend(intents, entries);
    }

    void settle(Collection<LedgerEntry> entries) {
        ledger().settle(entries);
    }

    void markMissing(Collection<ItemKey> keys, Instant since) {
        if (!keys.isEmpty()) {
            ledger().markMissing(keys, since);
        }
    }

    void markPresent(Collection<ItemKey> keys) {
        if (!keys.isEmpty()) {
            ledger().markPresent(keys);
        }
    }

    private Ledger ledger() {
        gate.run();
        touched = true;
        return ledger;
    }
}
