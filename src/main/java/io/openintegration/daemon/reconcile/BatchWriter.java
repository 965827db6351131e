package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a batch of described items: one change set for the metadata server, then the ledger. Where the server refuses
 * an item, it is asked what it holds of it; an item that is refused once more is reported and left out. So every round
 * settles at least one item, and the writing comes to an end.
 */
final class BatchWriter {

    private final Catalogue catalogue;
    private final Watched watched;
    private final Journal journal;
    private final Census census;
    private final RunOrigin origin;
    private final ItemPlanner planner;

    BatchWriter(Catalogue catalogue, Watched watched, Journal journal, Census census, RunOrigin origin) {
        this.catalogue = catalogue;
        this.watched = watched;
        this.journal = journal;
        this.census = census;
        this.origin = origin;
        this.planner = new ItemPlanner(catalogue);
    }

    void write(List<Sighting> sightings) {
        Standings standings = new Standings(catalogue, sightings);
        leaveOutDescribedElsewhere(standings);
        relocateContentOfFormerScopes(standings);
        standings.survey(sighting -> sighting.isDoubtful()
                || standings.of(sighting).noted().filter(LedgerEntry::isUnread).isPresent());
        boolean written = false;
        while (!written) {
            List<ItemPlan> plans = plan(standings);
            written = write(plans, standings);
        }
    }

    private boolean write(List<ItemPlan> plans, Standings standings) {
        List<Change> changes =
                plans.stream().flatMap(plan -> plan.changes().stream()).toList();
        List<ChangeResult> results;
        Map<ItemKey, Message> forbidden = watched.before(plans);
        if (!forbidden.isEmpty()) {
            leaveOut(forbidden, standings);
            return false;
        }
        doubtUntilWritten(plans);
        try {
            results = catalogue.apply(changes);
        } catch (ChangeRejectedException refused) {
            if (refused.kind() == Kind.UNAVAILABLE) {
                throw refused;
            }
            watched.withdrawn();
            reconsider(planOf(refused.index(), plans), refused, plans, standings);
            return false;
        }
        settle(plans, results);
        return true;
    }

    /**
     * The ledger must not vouch for an item whose answer from the metadata server may get lost: should the item then
     * change back to what it was, nobody would notice the difference. And it must know of an item that it does not have yet:
     * should that be gone by the next refresh, nobody would look for its element.
     */
    private void doubtUntilWritten(List<ItemPlan> plans) {
        List<LedgerEntry> doubted = plans.stream()
                .filter(plan -> !plan.changes().isEmpty())
                .flatMap(plan -> plan.standing().noted().stream())
                .filter(noted -> !noted.isUnread())
                .map(LedgerEntry::unread)
                .toList();
        List<LedgerIntent> intents = plans.stream()
                .filter(ItemPlan::isNewToLedger)
                .map(ItemPlan::intent)
                .toList();
        if (intents.isEmpty()) {
            catalogue.save(doubted, List.of());
        } else {
            catalogue.intend(intents, doubted);
        }
    }

    /** A scope that is now an ordinary item no longer holds anything: what it held is looked for where itself was. */
    private void relocateContentOfFormerScopes(Standings standings) {
        List<LedgerEntry> former = standings.order().stream()
                .filter(sighting -> !sighting.isScope())
                .flatMap(sighting -> standings.of(sighting).noted().stream())
                .filter(LedgerEntry::isScope)
                .toList();
        if (!former.isEmpty()) {
            Set<ItemKey> described =
                    standings.order().stream().map(Sighting::key).collect(Collectors.toSet());
            former.forEach(scope -> relocateContent(scope.key(), described));
            standings.readAgain();
        }
    }

    private void relocateContent(ItemKey formerScope, Set<ItemKey> described) {
        Optional<ItemKey> place = catalogue.entry(formerScope).flatMap(LedgerEntry::scope);
        catalogue.marks(Optional.of(formerScope), marks -> {
            List<LedgerEntry> relocated = entries(marks).stream()
                    .map(entry -> entry.in(place).unread())
                    .toList();
            catalogue.save(relocated, List.of());
            journal.relocated(
                    place,
                    relocated.stream()
                            .map(LedgerMark::of)
                            .filter(item -> !described.contains(item.key()))
                            .toList());
        });
    }

    private Collection<LedgerEntry> entries(List<LedgerMark> marks) {
        return catalogue.entries(marks.stream().map(LedgerMark::key).toList()).values();
    }

    private void leaveOutDescribedElsewhere(Standings standings) {
        for (Sighting sighting : standings.order()) {
            formerScope(sighting, standings.of(sighting))
                    .filter(scope -> standings.of(sighting).noted().stream().noneMatch(LedgerEntry::isMissing))
                    .filter(scope -> journal.isDescribed(scope, sighting.key()))
                    .ifPresent(scope ->
                            leaveOut(sighting, ReconcileMessage.DESCRIBED_TWICE.with(sighting.key()), standings));
        }
    }

    /** The scope (empty: the top) in which the ledger has the item, where that is another than the described one. */
    private static Optional<Optional<ItemKey>> formerScope(Sighting sighting, Standing standing) {
        return standing.noted()
                .map(LedgerEntry::scope)
                .filter(scope -> !scope.equals(sighting.container().key()));
    }

    private List<ItemPlan> plan(Standings standings) {
        List<ItemPlan> plans = new ArrayList<>();
        Set<QualifiedName> newNames = new HashSet<>();
        for (Sighting sighting : standings.order()) {
            Standing standing = standings.of(sighting);
            if (standing.conflict().isPresent()) {
                leaveOut(sighting, standing.conflict().get(), standings);
            } else if (sighting.container().isRefused()) {
                dropWithContent(sighting, standings);
            } else {
                ItemPlan plan = planner.plan(sighting, standing, standings::describedOutside);
                Optional<QualifiedName> repeated = sighting.repeatedName().or(() -> plan.newNames().stream()
                        .filter(newNames::contains)
                        .findFirst());
                repeated.ifPresentOrElse(
                        name -> leaveOut(sighting, ReconcileMessage.NAME_USED_TWICE.with(name), standings),
                        () -> plans.add(plan));
                if (repeated.isEmpty()) {
                    newNames.addAll(plan.newNames());
                }
            }
        }
        return plans;
    }

    /** What is forbidden may be something else to the metadata server than it seems by the ledger, so that is asked first. */
    private void leaveOut(Map<ItemKey, Message> forbidden, Standings standings) {
        watched.withdrawn();
        standings.order().stream()
                .filter(sighting -> forbidden.containsKey(sighting.key()))
                .filter(sighting -> standings.of(sighting).surveyed())
                .forEach(sighting -> leaveOut(sighting, forbidden.get(sighting.key()), standings));
        standings.survey(sighting -> forbidden.containsKey(sighting.key()));
    }

    private void reconsider(ItemPlan plan, ChangeRejectedException refused, List<ItemPlan> plans, Standings standings) {
        Sighting sighting = plan.sighting();
        boolean lostScopes = refused.kind() == Kind.NOT_FOUND && standings.addLostScopes() > 0;
        if (plan.standing().surveyed() && !lostScopes) {
            leaveOut(sighting, ReconcileMessage.ITEM_REFUSED.with(plan.item().name(), refused.reason()), standings);
            return;
        }
        Set<Sighting> making = plans.stream()
                .filter(any -> !any.newNames().isEmpty())
                .map(ItemPlan::sighting)
                .collect(Collectors.toSet());
        switch (refused.kind()) {
            case NOT_FOUND -> standings.survey(any -> true);
            case DUPLICATE_NAME -> standings.survey(any -> any == sighting || making.contains(any));
            default -> standings.survey(any -> any == sighting);
        }
    }

    /**
     * What is catalogued of an item that cannot be written stays as it is, even where the item has moved. A scope that has moved
     * takes in nothing: one that holds it, as far as is catalogued, may be described in it now.
     */
    private void leaveOut(Sighting sighting, Message problem, Standings standings) {
        watched.tally().problem(problem);
        Standing standing = standings.of(sighting);
        sighting.opened().ifPresent(scope -> {
            if (formerScope(sighting, standing).isPresent()) {
                scope.refuseForNow();
            } else {
                standing.holder().ifPresentOrElse(scope::is, scope::refuse);
            }
        });
        spare(sighting, standings);
    }

    private void dropWithContent(Sighting sighting, Standings standings) {
        if (sighting.container().isRefusedForNow()) {
            sighting.opened().ifPresent(Container::refuseForNow);
            spare(sighting, standings);
        } else {
            sighting.opened().ifPresent(Container::refuse);
            standings.drop(sighting);
        }
    }

    /** It is there, so what is catalogued of it is not missing. */
    private void spare(Sighting sighting, Standings standings) {
        standings.of(sighting).noted().ifPresent(entry -> {
            journal.spare(entry.key());
            if (entry.isMissing()) {
                catalogue.markPresent(List.of(entry.key()));
            }
        });
        standings.drop(sighting);
    }

    private void settle(List<ItemPlan> plans, List<ChangeResult> results) {
        int next = 0;
        List<LedgerEntry> entries = new ArrayList<>();
        for (ItemPlan plan : plans) {
            int count = plan.changes().size();
            plan.accept(results.subList(next, next + count));
            next += count;
            entries.add(plan.entry(origin));
        }
        doubtLooseContent(plans);
        if (plans.stream().anyMatch(ItemPlan::isNewToLedger)) {
            catalogue.settle(entries);
        } else {
            catalogue.save(entries, List.of());
        }
        plans.forEach(this::settle);
    }

    private void settle(ItemPlan plan) {
        watched.carriedOut(plan);
        if (plan.standing().noted().isEmpty()) {
            census.place(plan.sighting().topScope()).added();
        }
        formerScope(plan.sighting(), plan.standing())
                .ifPresent(scope -> journal.movedFrom(scope, plan.sighting().key()));
        plan.sighting().opened().ifPresent(scope -> {
            scope.is(plan.item().guid());
            if (plan.makesElement() || plan.leavesContentLoose()) {
                scope.wasMade();
            }
        });
    }

    /** What hung on elements that are gone is to be written again, now or in the next refresh. */
    private void doubtLooseContent(List<ItemPlan> plans) {
        for (ItemPlan plan : plans) {
            if (plan.leavesContentLoose()) {
                catalogue.marks(
                        Optional.of(plan.sighting().key()),
                        marks -> catalogue.save(
                                entries(marks).stream().map(LedgerEntry::unread).toList(), List.of()));
            }
        }
    }

    private static ItemPlan planOf(int change, List<ItemPlan> plans) {
        int next = 0;
        for (ItemPlan plan : plans) {
            next += plan.changes().size();
            if (change < next) {
                return plan;
            }
        }
        throw new IllegalStateException("the metadata server refused change " + change + ", which it was not given");
    }
}
