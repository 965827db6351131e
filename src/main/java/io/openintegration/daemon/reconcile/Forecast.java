package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Foretells what a refresh would remove, top scope by top scope, before anything is removed; and how much of that is in scopes
 * within these that have become empty.
 */
final class Forecast {

    private final Catalogue catalogue;
    private final Journal journal;
    private final ItemGuard guard;
    private final Map<ItemKey, Leaving> places = new LinkedHashMap<>();
    private final KeyMap<Long> goingFromEmptied = new KeyMap<>();
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
        if (missing.scope().isEmpty()) {
            leaving.whole();
        }
        long before = leaving.going();
        new MissingWalk(
                        catalogue,
                        journal::isSpared,
                        inside -> !isReleased && isTooYoung(inside),
                        inside -> leaving.goes(isReleased),
                        inside -> leaving.remains())
                .walk(item);
        emptiedFolder(missing).ifPresent(scope -> goes(scope, leaving.going() - before, leaving));
    }

    /** Whether the item goes from a scope within a top scope that has lost all that it had, and that was more than a few items. */
    boolean isInEmptied(LedgerEntry missing) {
        return emptiedFolder(missing)
                .flatMap(goingFromEmptied::get)
                .filter(this::areMany)
                .isPresent();
    }

    Map<ItemKey, Leaving> places() {
        return places;
    }

    /** The items that are too young to go. */
    Sample young() {
        return young;
    }

    private Optional<ItemKey> emptiedFolder(LedgerEntry missing) {
        return missing.scope().filter(journal::isEmptied).filter(scope -> !scope.equals(journal.topScopeOf(missing)));
    }

    private void goes(ItemKey emptied, long items, Leaving leaving) {
        long before = goingFromEmptied.get(emptied).orElse(0L);
        long now = before + items;
        goingFromEmptied.put(emptied, now);
        if (areMany(now)) {
            if (!areMany(before)) {
                leaving.emptied(emptied);
            }
            leaving.inEmptied(areMany(before) ? items : now);
        }
    }

    private boolean areMany(long items) {
        return items >= guard.guards().minimumItems();
    }

    private boolean isTooYoung(LedgerMark item) {
        boolean stays = guard.isTooYoung(item);
        if (stays) {
            young.add(item.key());
        }
        return stays;
    }
}
