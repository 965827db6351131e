package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.MetadataStoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Takes items that are gone out of the catalogue, children before their scope. Holds a portion of the
 * marks of each scope of one branch and a batch, however much there is in them.
 */
final class Retirement {

    private final Catalogue catalogue;
    private final Tally tally;
    private final Predicate<ItemKey> spared;
    private final List<LedgerMark> batch = new ArrayList<>();

    /** @param spared items that are not gone after all */
    Retirement(Catalogue catalogue, Tally tally, Predicate<ItemKey> spared) {
        this.catalogue = catalogue;
        this.tally = tally;
        this.spared = spared;
    }

    /**
     * @param kept items that are to stay, and with them the scopes that hold them
     * @param remains hears of what stays for that reason
     */
    void retire(Collection<LedgerMark> items, Predicate<LedgerMark> kept, Consumer<LedgerMark> remains) {
        MissingWalk walk = new MissingWalk(catalogue, spared, kept, this::add, remains);
        items.forEach(walk::walk);
        flush();
    }

    private void add(LedgerMark item) {
        batch.add(item);
        if (batch.size() >= catalogue.options().batchSize()) {
            flush();
        }
    }

    private void flush() {
        List<LedgerMark> removable = new ArrayList<>(batch);
        List<ChangeResult> results = null;
        while (results == null) {
            try {
                results = catalogue.apply(removable.stream().map(this::removal).toList());
            } catch (ChangeRejectedException refused) {
                if (refused.kind() == MetadataStoreException.Kind.UNAVAILABLE) {
                    throw refused;
                }
                LedgerMark kept = removable.remove(refused.index());
                tally.problem(ReconcileMessage.REMOVAL_REFUSED.with(kept.key(), refused.reason()));
            }
        }
        catalogue.save(List.of(), batch.stream().map(LedgerMark::key).toList());
        tally.add(Outcome.REMOVED, (int)
                results.stream().filter(ChangeResult::changed).count());
        batch.clear();
    }

    private Change removal(LedgerMark item) {
        return new Change.RemoveElement(item.guid(), catalogue.options().removal());
    }
}
