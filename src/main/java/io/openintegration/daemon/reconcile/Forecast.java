package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** Foretells what a refresh would remove, top scope by top scope, before anything is removed. */
final class Forecast {

    private final Catalogue catalogue;
    private final Journal journal;
    private final ItemGuard guard;
    private final Map<ItemKey, Leaving> places = new LinkedHashMap<>();
    private final Sample young = new Sample();

    Forecast(Catalogue catalogue, Journal journal, ItemGuard guard) {
        this.catalogue = catalogue;
        this.journal = journal;
        this.guard = guard;
    }

    void add(LedgerEntry missing) {
        LedgerMark item = LedgerMark.of(missing);
        Leaving leaving = places.computeIfAbsent(journal.topScopeOf(missing), any -> new Leaving());
        boolean isReleased = guard.releases(item);
        leaving.missing(item.key());
        new MissingWalk(
                        catalogue,
                        journal::isSpared,
                        inside -> !isReleased && isTooYoung(inside),
                        inside -> leaving.goes(isReleased),
                        inside -> leaving.remains())
                .walk(item);
    }

    Map<ItemKey, Leaving> places() {
        return places;
    }

    /** The items that are too young to go. */
    Sample young() {
        return young;
    }

    private boolean isTooYoung(LedgerMark item) {
        boolean stays = guard.isTooYoung(item);
        if (stays) {
            young.add(item.key());
        }
        return stays;
    }
}
