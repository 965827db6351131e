package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a refresh writes, told to whoever watches it, and counted. */
final class Watched {

    private final Catalogue catalogue;
    private final ChangeWatch watch;
    private final Tally tally;
    private final ItemChanges changes;
    private Set<ItemKey> changing = Set.of();

    Watched(Catalogue catalogue, ChangeWatch watch, Tally tally) {
        this.catalogue = catalogue;
        this.watch = watch;
        this.tally = tally;
        this.changes = new ItemChanges(catalogue);
    }

    Tally tally() {
        return tally;
    }

    /** These plans are about to be carried out; returns those that must not be, and why. */
    Map<ItemKey, Message> before(List<ItemPlan> plans) {
        if (Arrays.stream(ChangeAction.values()).noneMatch(watch::isInterested)) {
            return Map.of();
        }
        Map<ItemKey, ItemChange> told = changes.of(plans, watch::isInterested);
        changing = Set.copyOf(told.keySet());
        return watch.before(List.copyOf(told.values()));
    }

    /** What was told last will not be. */
    void withdrawn() {
        watch.withdrawn();
    }

    /** A plan was carried out. Only the metadata server itself knows what differed, and none was asked for a plan's sake. */
    void carriedOut(ItemPlan plan) {
        boolean nothing = catalogue.isPlanned()
                && plan.outcome() == Outcome.UPDATED
                && !changing.contains(plan.sighting().key());
        tally.count(nothing ? Outcome.UNCHANGED : plan.outcome());
    }

    /** These items are gone, and stay all the same. */
    void heldBack(Collection<ItemKey> items) {
        if (!items.isEmpty() && watch.isInterested(ChangeAction.HOLD_BACK)) {
            watch.before(catalogue.entries(items).values().stream()
                    .map(ItemChange::heldBack)
                    .toList());
        }
    }

    /** The elements of these items are about to be taken away; returns those that must not be, and why. */
    Map<ItemKey, Message> beforeRemoval(Collection<LedgerMark> items) {
        if (items.isEmpty() || !watch.isInterested(ChangeAction.REMOVE)) {
            return Map.of();
        }
        Set<Guid> alive = new HashSet<>(catalogue
                .versions(items.stream().map(LedgerMark::guid).toList())
                .keySet());
        Map<ItemKey, LedgerEntry> entries =
                catalogue.entries(items.stream().map(LedgerMark::key).toList());
        List<ItemChange> removals = items.stream()
                .filter(item -> alive.contains(item.guid()))
                .map(item -> entries.get(item.key()))
                .map(ItemChange::removal)
                .toList();
        return watch.before(removals);
    }
}
