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
            if (guards.keepWhatIsInEmptiedScopes()) {
                forecast.places().forEach(this::keepWhatVanished);
            }
            if (forecast.young().count() > 0) {
                reasons.add(ReconcileMessage.HELD_BACK_AS_YOUNG.with(
                        forecast.young().count(), guards.minimumAge().toMinutes(), forecast.young()));
            }
        } else {
            holdAll();
        }
    }

    /** Whether what is missing stays, unless it is released. */
    boolean isHeld(LedgerEntry missing) {
        return isHeld(journal.topScopeOf(missing))
                || (guards.keepWhatIsInEmptiedScopes() && forecast.isInEmptied(missing));
    }

    List<Message> reasons() {
        return reasons;
    }

    /** How many items stay though they are missing, those in missing scopes included. */
    long heldCount() {
        return forecast.places().entrySet().stream()
                .mapToLong(place -> place.getValue().remaining() + heldOf(place.getKey(), place.getValue()))
                .sum();
    }

    private long heldOf(ItemKey topScope, Leaving leaving) {
        if (isHeld(topScope)) {
            return leaving.going();
        }
        return guards.keepWhatIsInEmptiedScopes() ? leaving.inEmptied() : 0;
    }

    private boolean isHeld(ItemKey topScope) {
        return held.contains(topScope);
    }

    private void judge(ItemKey topScope, Leaving leaving) {
        Place place = census.place(topScope);
        if (leaving.going() == 0) {
            return;
        }
        if (guards.keepWhatIsInEmptiedScopes() && journal.isEmptied(topScope)) {
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
        long going = goingOfOthers();
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

    /** What the shares let go. It counts there, so that whatever else they hold back for it stays, too. */
    private void keepWhatVanished(ItemKey topScope, Leaving leaving) {
        if (isHeld(topScope)) {
            return;
        }
        if (leaving.isWhole() && leaving.going() > 0) {
            hold(topScope, ReconcileMessage.HELD_BACK_PLACE.with(topScope, leaving.going()));
        } else if (leaving.inEmptied() > 0) {
            reasons.add(ReconcileMessage.HELD_BACK_IN_EMPTY_FOLDERS.with(
                    topScope, leaving.emptied().count(), leaving.inEmptied(), leaving.emptied()));
        }
    }

    private long goingOfOthers() {
        return forecast.places().entrySet().stream()
                .filter(place -> !isHeld(place.getKey()))
                .map(Map.Entry::getValue)
                .mapToLong(Leaving::going)
                .sum();
    }

    private void hold(ItemKey topScope, Message reason) {
        held.add(topScope);
        reasons.add(reason);
    }
}
