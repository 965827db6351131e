package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Certainty;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the changes that bring what is catalogued of an item to its description. */
final class ItemPlanner {

    private final Catalogue catalogue;
    private final Links links;

    ItemPlanner(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.links = new Links(catalogue);
    }

    /** @param leaving the items that leave a scope in the same batch */
    ItemPlan plan(Sighting sighting, Standing standing, Function<ItemKey, Set<ItemKey>> leaving) {
        if (standing.entry().isEmpty()) {
            return creation(sighting, standing);
        }
        LedgerEntry entry = standing.entry().get();
        boolean staysOfType =
                entry.type().equals(sighting.item().type()) || !sighting.item().isCertainOfType();
        return staysOfType ? amendment(sighting, standing, entry) : replacement(sighting, standing, entry, leaving);
    }

    private static ItemPlan creation(Sighting sighting, Standing standing) {
        ItemPlan plan =
                new ItemPlan(sighting, standing, draft(sighting, sighting.item().qualifiedName()), true);
        create(plan);
        return plan;
    }

    /**
     * An element cannot change its type. Since names are unique, archived elements included, the old element is purged
     * before the new one takes over its name; what hung on it is hung on the new one.
     */
    private ItemPlan replacement(
            Sighting sighting, Standing standing, LedgerEntry entry, Function<ItemKey, Set<ItemKey>> leaving) {
        ItemPlan plan = new ItemPlan(sighting, standing, draft(sighting, entry.name()), true);
        List<Change> relinks = sighting.isScope()
                ? links.hangContentOn(
                        sighting.key(), entry.guid(), plan.item().reference(), leaving.apply(sighting.key()))
                : List.of();
        plan.add(new Change.RemoveElement(entry.guid(), Change.Removal.PURGE));
        create(plan);
        relinks.forEach(plan::add);
        return plan;
    }

    private static void create(ItemPlan plan) {
        Sighting sighting = plan.sighting();
        ItemDescription item = sighting.item();
        plan.add(
                new Change.CreateElement(
                        item.type(),
                        ElementDiff.named(item.properties(), plan.item().name()),
                        item.classifications(),
                        Optional.empty(),
                        sighting.container().reference().map(container -> Links.toParent(item.link(), container))),
                plan.item());
        sighting.opened().ifPresent(scope -> scope.willBe(plan.item().name()));
        new PartDiff(plan, List.of()).plan(sighting.parts());
    }

    private ItemPlan amendment(Sighting sighting, Standing standing, LedgerEntry entry) {
        ItemDescription item = sighting.item();
        Fingerprint known = Fingerprint.read(entry.fingerprint());
        Draft draft = item.certainty()
                .map(certain -> certainDraft(item, certain, entry, known))
                .orElseGet(() -> draft(sighting, entry.name()))
                .existing(entry.guid(), entry.version());
        ItemPlan plan = new ItemPlan(sighting, standing, draft, false);
        if (standing.archived().contains(entry.guid())) {
            plan.add(new Change.RestoreElement(entry.guid()), draft);
        }
        item.certainty()
                .ifPresentOrElse(
                        certain -> ElementDiff.planSome(plan, draft, known, certain.properties()),
                        () -> ElementDiff.plan(
                                plan,
                                draft,
                                known,
                                entry.classifications(),
                                item.properties(),
                                item.classifications()));
        link(plan, entry, known);
        sighting.opened().ifPresent(scope -> scope.is(entry.guid()));
        PartDiff parts = new PartDiff(plan, entry.parts());
        if (item.certainty().isPresent()) {
            parts.keep();
        } else {
            parts.plan(sighting.parts());
        }
        return plan;
    }

    /** Of an element that stays what it is, except for what is beyond doubt. */
    private static Draft certainDraft(ItemDescription item, Certainty certain, LedgerEntry entry, Fingerprint known) {
        Fingerprint fingerprint = Fingerprint.of(item.link(), entry.type(), certain.properties(), known);
        return new Draft(entry.type(), entry.name(), entry.classifications(), fingerprint);
    }

    private void link(ItemPlan plan, LedgerEntry entry, Fingerprint known) {
        Sighting sighting = plan.sighting();
        Container container = sighting.container();
        Fingerprint described = plan.item().fingerprint();
        boolean moved = !entry.scope().equals(container.key());
        boolean otherKind = !known.isUnknown() && !known.link().equals(described.link());
        if (moved || known.isUnknown()) {
            links.toOthers(entry.guid(), sighting.item().link(), container.guid())
                    .forEach(plan::cut);
        }
        if (otherKind) {
            guidOfContainer(entry).stream()
                    .flatMap(former ->
                            links.ofOtherKinds(entry.guid(), sighting.item().link(), former).stream())
                    .forEach(plan::cut);
        }
        boolean linkNeeded = moved
                || otherKind
                || container.isNew()
                || !known.linkProperties().equals(described.linkProperties());
        Optional<ElementRef> reference = container.reference().filter(any -> linkNeeded);
        reference.ifPresent(parent -> plan.relate(plan.item(), sighting.item().link(), parent));
    }

    private Optional<Guid> guidOfContainer(LedgerEntry entry) {
        return entry.scope().isPresent()
                ? catalogue.entry(entry.scope().get()).map(LedgerEntry::guid)
                : catalogue.metadataSource();
    }

    private static Draft draft(Sighting sighting, QualifiedName name) {
        ItemDescription item = sighting.item();
        return new Draft(item.type(), name, item.classifications().keySet(), Fingerprint.of(item));
    }
}
