package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Portions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The items that a refresh missed. What becomes of them is judged at its end, when all are known; until then they are
 * remembered, and where they are too many for that, noted in the ledger.
 */
final class MissingItems {

    /** With the standard options 10,000 items. */
    private static final int BATCHES_REMEMBERED = 10;

    private static final int SLICE = 1_000;

    private final Catalogue catalogue;
    private final Journal journal;
    private final ItemGuard guard;
    private boolean noted;

    MissingItems(Catalogue catalogue, Journal journal, ItemGuard guard) {
        this.catalogue = catalogue;
        this.journal = journal;
        this.guard = guard;
    }

    /** Whether it is time to {@linkplain #note note} them. */
    boolean areMany() {
        return journal.missing().size()
                >= BATCHES_REMEMBERED * catalogue.options().batchSize();
    }

    /** Notes in the ledger what is remembered, and forgets it. Everything that was described must have been written. */
    void note() {
        remembered(entries -> mark(keys(entries)));
        journal.forgetMissing();
        noted = true;
    }

    /** Hands out all items that are missing, a slice at a time. They may be removed meanwhile. */
    void forEachSlice(Consumer<List<LedgerEntry>> work) {
        if (!noted) {
            remembered(work);
            return;
        }
        note();
        Optional<ItemKey> last = Optional.empty();
        List<LedgerEntry> slice;
        do {
            slice = catalogue.missing(last, SLICE);
            if (!slice.isEmpty()) {
                last = Optional.of(slice.get(slice.size() - 1).key());
                hand(slice.stream().filter(journal::isMissed).toList(), work);
            }
        } while (slice.size() == SLICE);
    }

    /** Those of these items that are still in the ledger are held back. */
    void mark(Collection<ItemKey> held) {
        catalogue.markMissing(held, guard.now());
    }

    private void remembered(Consumer<List<LedgerEntry>> work) {
        Map<ItemKey, Optional<ItemKey>> missing = journal.missing();
        for (List<ItemKey> keys : Portions.of(missing.keySet())) {
            List<LedgerEntry> slice = catalogue.entries(keys).values().stream()
                    .filter(entry -> entry.scope().equals(missing.get(entry.key())))
                    .filter(journal::isMissed)
                    .toList();
            hand(slice, work);
        }
    }

    private static void hand(List<LedgerEntry> slice, Consumer<List<LedgerEntry>> work) {
        if (!slice.isEmpty()) {
            work.accept(slice);
        }
    }

    static List<ItemKey> keys(Collection<LedgerEntry> entries) {
        return new ArrayList<>(entries.stream().map(LedgerEntry::key).toList());
    }
}
