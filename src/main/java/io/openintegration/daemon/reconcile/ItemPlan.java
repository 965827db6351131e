package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes that bring one item's catalogue content to its description, and what the ledger will say then. */
final class ItemPlan {

    private final Sighting sighting;
    private final Standing standing;
    private final Draft item;
    private final boolean makesElement;
    private final List<Step> steps = new ArrayList<>();
    private final List<Draft> parts = new ArrayList<>();
    private boolean changed;
    private boolean formerElementPurged;

    /** @param makesElement whether the plan makes the item's element, rather than changing it */
    ItemPlan(Sighting sighting, Standing standing, Draft item, boolean makesElement) {
        this.sighting = sighting;
        this.standing = standing;
        this.item = item;
        this.makesElement = makesElement;
    }

    void add(Change change) {
        steps.add(new Step(change, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** @param draft the element that the change is about */
    void add(Change change, Draft draft) {
        steps.add(new Step(change, Optional.of(draft), Optional.empty(), Optional.empty()));
    }

    /** Hangs an element that exists on its container. */
    void relate(Draft draft, ItemLink link, ElementRef container) {
        Change change = Links.relate(link, container, draft.reference());
        steps.add(new Step(change, Optional.of(draft), Optional.of(link), Optional.empty()));
    }

    /** Cuts a relationship of the item. */
    void cut(RelatedElement neighbour) {
        Change change = new Change.Unrelate(neighbour.relationship().guid());
        steps.add(new Step(change, Optional.empty(), Optional.empty(), Optional.of(neighbour)));
    }

    void addPart(Draft part) {
        parts.add(part);
    }

    Sighting sighting() {
        return sighting;
    }

    Standing standing() {
        return standing;
    }

    Draft item() {
        return item;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    List<Change> changes() {
        return steps.stream().map(Step::change).toList();
    }

    /** The names of the elements that the plan makes. */
    List<QualifiedName> newNames() {
        return steps.stream()
                .filter(step -> step.change() instanceof Change.CreateElement)
                .flatMap(step -> step.about().stream())
                .map(Draft::name)
                .toList();
    }

    /** Whether the ledger learns of the item's element only when the plan is carried out. */
    boolean isNewToLedger() {
        return makesElement || standing.hasOtherElement();
    }

    LedgerIntent intent() {
        return new LedgerIntent(sighting.key(), sighting.container().key(), sighting.isScope(), item.name());
    }

    boolean makesElement() {
        return makesElement;
    }

    /**
     * Whether what the ledger has in this scope hangs on an element that is no longer there. Known once the plan is
     * carried out; where the plan itself took the former element away, it hung its content on the new one.
     */
    boolean leavesContentLoose() {
        return !formerElementPurged
                && standing.noted()
                        .filter(noted -> noted.isScope() && !noted.guid().equals(item.guid()))
                        .isPresent();
    }

    /** Takes in what the metadata server answered, one result for each change. */
    void accept(List<ChangeResult> results) {
        for (int i = 0; i < results.size(); i++) {
            ChangeResult result = results.get(i);
            steps.get(i).answered().ifPresent(draft -> draft.accept(result));
            changed |= result.changed();
            formerElementPurged |=
                    makesElement && steps.get(i).change() instanceof Change.RemoveElement && result.changed();
        }
    }

    Outcome outcome() {
        if (standing.archived().contains(item.guid())) {
            return Outcome.RESTORED;
        }
        if (makesElement && standing.entry().isEmpty()) {
            return Outcome.CREATED;
        }
        return changed ? Outcome.UPDATED : Outcome.UNCHANGED;
    }

    /** @param origin the refresh that carried out the plan */
    LedgerEntry entry(RunOrigin origin) {
        return new LedgerEntry(
                sighting.key(),
                sighting.container().key(),
                sighting.isScope(),
                item.type(),
                item.guid(),
                item.name(),
                item.classifications(),
                sighting.stamp(),
                item.fingerprint().text(),
                item.version(),
                parts.stream().map(Draft::part).toList(),
                history(origin));
    }

    private LedgerHistory history(RunOrigin origin) {
        LedgerHistory history = standing.noted()
                .map(noted -> noted.history().present())
                .orElseGet(() -> LedgerHistory.beginning(origin));
        return outcome() == Outcome.CREATED ? history.madeBy(origin) : history;
    }

    /**
     * @param about the element that it changes; empty where it needs no telling
     * @param link by which it hangs the element on its container
     * @param cut the relationship that it cuts, and what is at the other end
     */
    record Step(Change change, Optional<Draft> about, Optional<ItemLink> link, Optional<RelatedElement> cut) {

        /** The element whose GUID and version the change's result tells. */
        private Optional<Draft> answered() {
            return link.isPresent() ? Optional.empty() : about;
        }
    }
}
