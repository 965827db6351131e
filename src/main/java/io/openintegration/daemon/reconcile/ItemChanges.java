package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Words what plans would do to items, with what the metadata server holds of them now. */
final class ItemChanges {

    private final Catalogue catalogue;

    ItemChanges(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** By item; items for which nothing differs, and actions that are not wanted, are left out. */
    Map<ItemKey, ItemChange> of(List<ItemPlan> plans, Predicate<ChangeAction> wanted) {
        Map<ItemKey, ItemChange> changes = new LinkedHashMap<>();
        List<ItemPlan> existing = plans.stream()
                .filter(plan -> !plan.changes().isEmpty())
                .filter(plan -> plan.standing().entry().isPresent())
                .toList();
        Map<Guid, Element> elements = existing.isEmpty() ? Map.of() : elements(existing);
        for (ItemPlan plan : plans) {
            Optional<ItemChange> change = plan.standing()
                    .entry()
                    .map(entry -> change(plan, entry, elements))
                    .orElseGet(() -> wanted.test(ChangeAction.CREATE) ? Optional.of(creation(plan)) : Optional.empty());
            change.filter(it -> wanted.test(it.action())).ifPresent(it -> changes.put(it.key(), it));
        }
        return changes;
    }

    private Map<Guid, Element> elements(List<ItemPlan> plans) {
        Set<QualifiedName> names = new HashSet<>();
        for (ItemPlan plan : plans) {
            LedgerEntry entry = plan.standing().entry().orElseThrow();
            names.add(entry.name());
            entry.parts().forEach(part -> names.add(part.name()));
        }
        Map<Guid, Element> elements = new HashMap<>();
        catalogue.named(names).values().forEach(element -> elements.put(element.guid(), element));
        return elements;
    }

    private static ItemChange creation(ItemPlan plan) {
        Sighting sighting = plan.sighting();
        ItemDescription item = sighting.item();
        Optional<ItemKey> scope = sighting.container().key();
        return new ItemChange(
                ChangeAction.CREATE,
                sighting.key(),
                scope,
                Optional.empty(),
                item.type(),
                plan.item().name(),
                List.of(),
                ChangeDigest.of(
                        ChangeAction.CREATE,
                        sighting.key(),
                        scope,
                        Optional.empty(),
                        item.type(),
                        plan.item().name(),
                        Fingerprint.whole(item),
                        List.of()),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<ItemChange> change(ItemPlan plan, LedgerEntry entry, Map<Guid, Element> elements) {
        List<Difference> differences = new ArrayList<>();
        ChangeAction action = action(plan, entry);
        if (plan.makesElement()) {
            differences.add(ElementDifferences.ofType(entry, plan.item().type()));
        } else {
            ElementDifferences found = new ElementDifferences(plan.sighting(), entry, catalogue, elements);
            plan.steps().forEach(step -> differences.addAll(found.of(step)));
        }
        if (action == ChangeAction.RESTORE) {
            // where an archived element hangs is nobody's concern
            differences.removeIf(difference -> difference.aspect() == Difference.Aspect.LINK);
        }
        Optional<ItemKey> scope = plan.sighting().container().key();
        return action == ChangeAction.UPDATE && differences.isEmpty()
                ? Optional.empty()
                : Optional.of(ItemChange.of(
                        action,
                        entry,
                        scope,
                        plan.item().type(),
                        plan.makesElement() ? Fingerprint.whole(plan.sighting().item()) : "",
                        differences));
    }

    private static ChangeAction action(ItemPlan plan, LedgerEntry entry) {
        boolean restored = plan.steps().stream()
                .anyMatch(step -> step.change() instanceof Change.RestoreElement restore
                        && restore.element().equals(entry.guid()));
        if (restored) {
            return ChangeAction.RESTORE;
        }
        return plan.standing()
                        .noted()
                        .filter(noted -> !noted.scope()
                                .equals(plan.sighting().container().key()))
                        .isPresent()
                ? ChangeAction.MOVE
                : ChangeAction.UPDATE;
    }
}
