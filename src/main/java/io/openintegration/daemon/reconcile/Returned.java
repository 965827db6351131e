package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.ArrayList;
import java.util.List;

/** Items that were missing and are there again: the ledger is told, many at a time. */
final class Returned {

    private static final int AT_ONCE = 1_000;

    private final Catalogue catalogue;
    private final List<ItemKey> waiting = new ArrayList<>();

    Returned(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void add(ItemKey item) {
        waiting.add(item);
        if (waiting.size() >= AT_ONCE) {
            flush();
        }
    }

    void flush() {
        catalogue.markPresent(List.copyOf(waiting));
        waiting.clear();
    }
}
