package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ChangeRejectedException;
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
    private Optional<Begun> begun = Optional.empty();

    BatchWriter(Catalogue catalogue, Watched watched, Journal journal, Census census, RunOrigin origin) {
        this.catalogue = catalogue;
        this.watched = watched;
        this.journal = journal;
        this.census = census;
        this.origin = origin;
        this.planner = new ItemPlanner(catalogue);
    }

    /**
     * Writes these items, or has them written while more is described. The latter is done where all are new to the ledger: they move
     * nothing, and change nothing of what the refresh has yet to look at.
     */
    void begin(List<Sighting> sightings) {
        conclude();
        Standings standings = standings(sightings);
        List<ItemPlan> plans = permitted(standings);
        if (!plans.isEmpty() && plans.stream().allMatch(ItemPlan::isOfNewItem)) {
            PlannedWrite write = new PlannedWrite(catalogue.writesAhead(), plans, origin);
            catalogue.inFlight().begin(write);
            begun = Optional.of(new Begun(write, standings));
        } else if (!carryOut(plans, standings)) {
            complete(standings);
        }
    }

    /** Writes these items, and waits for all that was begun before. */
    void write(List<Sighting> sightings) {
        conclude();
        if (!sightings.isEmpty()) {
            complete(standings(sightings));
        }
        catalogue.inFlight().await();
    }

    /** Waits for what was begun, and writes nothing more. Whether it failed, {@link WritesInFlight#check} tells. */
    void breakOff() {
        catalogue.inFlight().end();
        Optional<PlannedWrite> last = begun.map(Begun::write);
        begun = Optional.empty();
        last.filter(PlannedWrite::isApplied).ifPresent(write -> write.plans().forEach(this::written));
        last.flatMap(PlannedWrite::refusal).ifPresent(refused -> watched.withdrawn());
    }

    /** Takes in what became of the batch that was begun last; the ledger may still be settled. */
    private void conclude() {
        Optional<Begun> last = begun;
        begun = Optional.empty();
        last.ifPresent(batch -> {
            catalogue.inFlight().awaitApplied();
            if (!takeIn(batch.write(), batch.standings())) {
                complete(batch.standings());
            }
        });
    }

    private Standings standings(List<Sighting> sightings) {
        Standings standings = new Standings(catalogue, sightings);
        leaveOutDescribedElsewhere(standings);
        relocateContentOfFormerScopes(standings);
        standings.survey(sighting -> sighting.isDoubtful()
                || standings.of(sighting).noted().filter(LedgerEntry::isUnread).isPresent());
        return standings;
    }

    private void complete(Standings standings) {
        boolean written = false;
        while (!written) {
            written = carryOut(permitted(standings), standings);
        }
    }

    /** Plans for what is left of the batch, which are told to the watch, and of which it forbids none. */
    private List<ItemPlan> permitted(Standings standings) {
        List<ItemPlan> plans = plan(standings);
        Map<ItemKey, Message> forbidden = watched.before(plans);
        while (!forbidden.isEmpty()) {
            leaveOut(forbidden, standings);
            plans = plan(standings);
            forbidden = watched.before(plans);
        }
        return plans;
    }

    private boolean carryOut(List<ItemPlan> plans, Standings standings) {
        PlannedWrite write = new PlannedWrite(catalogue.writes(), plans, origin);
        write.apply();
        if (write.isApplied()) {
            doubtLooseContent(plans);
            write.settle();
        }
        return takeIn(write, standings);
    }

    /** Takes in what became of it. Returns whether it was made; if not, what it was refused for is looked at again. */
    private boolean takeIn(PlannedWrite write, Standings standings) {
        write.refusal().ifPresent(refused -> {
            watched.withdrawn();
            reconsider(write.planOf(refused.index()), refused, write.plans(), standings);
        });
        if (write.isApplied()) {
            write.plans().forEach(this::written);
        }
        return write.isApplied();
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

    /** The metadata server has what was planned. */
    private void written(ItemPlan plan) {
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

    /** A batch of which it is not known yet whether the metadata server takes it. */
    private record Begun(PlannedWrite write, Standings standings) {}
}
