package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the items that a refresh missed: judged by top scope, then all together. The ledger is counted only where it
 * seems that too much would go: what was mentioned and what goes are together never more than there was.
 */
final class Judgement {

    private final Catalogue catalogue;
    private final Census census;
    private final Journal journal;
    private final Forecast forecast;
    private final RemovalGuards guards;
    private final Set<ItemKey> held = new HashSet<>();
    private final List<Message> reasons = new ArrayList<>();

    Judgement(Catalogue catalogue, Census census, Journal journal, Forecast forecast) {
        this.catalogue = catalogue;
        this.census = census;
        this.journal = journal;
        this.forecast = forecast;
        this.guards = catalogue.options().guards();
    }

    /** Nothing goes, whatever there is. */
    void holdAll() {
        held.addAll(forecast.places().keySet());
    }

    void judge() {
        if (guards.removalAllowed()) {
            forecast.places().forEach(this::judge);
            judgeTogether();
            if (forecast.young().count() > 0) {
                reasons.add(ReconcileMessage.HELD_BACK_AS_YOUNG.with(
                        forecast.young().count(), guards.minimumAge().toMinutes(), forecast.young()));
            }
        } else {
            holdAll();
        }
    }

    /** Whether what is missing in that top scope stays, unless it is released. */
    boolean isHeld(ItemKey topScope) {
        return held.contains(topScope);
    }

    List<Message> reasons() {
        return reasons;
    }

    /** How many items stay though they are missing, those in missing scopes included. */
    long heldCount() {
        return forecast.places().entrySet().stream()
                .mapToLong(place -> place.getValue().remaining()
                        + (isHeld(place.getKey()) ? place.getValue().going() : 0))
                .sum();
    }

    private void judge(ItemKey topScope, Leaving leaving) {
        Place place = census.place(topScope);
        boolean emptied = guards.keepWhatIsInEmptiedScopes() && journal.wasOpened(topScope) && place.isEmpty();
        if (leaving.going() == 0) {
            return;
        }
        if (emptied) {
            hold(topScope, ReconcileMessage.HELD_BACK_IN_EMPTY_SCOPE.with(topScope, leaving.going(), leaving.names()));
        } else if (guards.areTooMany(leaving.going(), place.keptCount() + leaving.going())) {
            long before = 1 + catalogue.countIn(topScope) - place.addedCount() - leaving.released();
            if (guards.areTooMany(leaving.going(), before)) {
                hold(
                        topScope,
                        ReconcileMessage.HELD_BACK_IN_SCOPE.with(
                                topScope, leaving.going(), before, guards.maximumShare(), leaving.names()));
            }
        }
    }

    private void judgeTogether() {
        long going = goingOf(false);
        if (guards.areTooMany(going, census.keptCount() + going)) {
            long released = forecast.places().values().stream()
                    .mapToLong(Leaving::released)
                    .sum();
            long before = catalogue.count() - census.addedCount() - released;
            if (guards.areTooMany(going, before)) {
                reasons.add(ReconcileMessage.HELD_BACK_ALL.with(going, before, guards.maximumShare()));
                holdAll();
            }
        }
    }

    private long goingOf(boolean ofHeld) {
        return forecast.places().entrySet().stream()
                .filter(place -> isHeld(place.getKey()) == ofHeld)
                .map(Map.Entry::getValue)
                .mapToLong(Leaving::going)
                .sum();
    }

    private void hold(ItemKey topScope, Message reason) {
        held.add(topScope);
        reasons.add(reason);
    }
}
