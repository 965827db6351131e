package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Goes through what is gone: an item, and before it what is catalogued in it. A scope that holds anything that stays, stays
 * too. Holds a portion of the marks of each scope of one branch, however much there is in them.
 */
final class MissingWalk {

    private final Catalogue catalogue;
    private final Predicate<ItemKey> spared;
    private final Predicate<LedgerMark> kept;
    private final Consumer<LedgerMark> goes;
    private final Consumer<LedgerMark> remains;

    /**
     * @param spared items that are not missing after all
     * @param kept items that are missing and stay all the same
     * @param remains hears of these, and of the scopes that hold them
     */
    MissingWalk(
            Catalogue catalogue,
            Predicate<ItemKey> spared,
            Predicate<LedgerMark> kept,
            Consumer<LedgerMark> goes,
            Consumer<LedgerMark> remains) {
        this.catalogue = catalogue;
        this.spared = spared;
        this.kept = kept;
        this.goes = goes;
        this.remains = remains;
    }

    /** Returns whether the item goes. */
    boolean walk(LedgerMark item) {
        if (spared.test(item.key())) {
            return false;
        }
        boolean emptied = !item.isScope() || walkContent(item.key());
        boolean leaves = emptied && !kept.test(item);
        (leaves ? goes : remains).accept(item);
        return leaves;
    }

    private boolean walkContent(ItemKey scope) {
        AtomicBoolean allGo = new AtomicBoolean(true);
        catalogue.marks(
                Optional.of(scope),
                marks -> marks.forEach(item -> {
                    if (!walk(item)) {
                        allGo.set(false);
                    }
                }));
        return allGo.get();
    }
}
