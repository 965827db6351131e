package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Takes away what a run made, as the ledger knows it. */
final class UndoneCreations {

    private final Catalogue catalogue;
    private final String run;
    private final ChangeList list;
    private final UndoWriter writer;

    UndoneCreations(Catalogue catalogue, String run, ChangeList list, UndoWriter writer) {
        this.catalogue = catalogue;
        this.run = run;
        this.list = list;
        this.writer = writer;
    }

    /** All but scopes. */
    void removeItems() {
        pages(page -> {
            List<LedgerEntry> items =
                    page.stream().filter(entry -> !entry.isScope()).toList();
            writer.write(steps(items));
        });
    }

    /** Scopes with nothing in them; returns how many. */
    int removeEmptyScopes() {
        int[] removed = {0};
        pages(page -> removed[0] += writer.write(steps(empty(page)).stream()
                        .filter(step -> step.left().isEmpty())
                        .toList())
                .size());
        return removed[0];
    }

    /** Scopes that are still there. */
    void reportWhatIsLeft() {
        pages(page -> {
            List<LedgerEntry> scopes =
                    page.stream().filter(LedgerEntry::isScope).toList();
            Map<ItemKey, Message> reasons = reasonsToLeave(scopes, versions(scopes));
            writer.write(scopes.stream()
                    .map(scope -> UndoStep.left(
                            numbered(scope),
                            reasons.getOrDefault(scope.key(), UndoMessage.HOLDS_CONTENT.with(scope.name()))))
                    .toList());
        });
    }

    private void pages(Consumer<List<LedgerEntry>> consumer) {
        List<LedgerEntry> page = catalogue.madeBy(run, Optional.empty());
        while (!page.isEmpty()) {
            ItemKey last = page.get(page.size() - 1).key();
            consumer.accept(page);
            page = catalogue.madeBy(run, Optional.of(last));
        }
    }

    private List<LedgerEntry> empty(List<LedgerEntry> page) {
        return page.stream()
                .filter(LedgerEntry::isScope)
                .filter(scope -> catalogue.isEmpty(scope.key()))
                .toList();
    }

    private List<UndoStep> steps(List<LedgerEntry> entries) {
        Map<Guid, Long> versions = versions(entries);
        Map<ItemKey, Message> reasons = reasonsToLeave(entries, versions);
        return entries.stream()
                .map(entry -> Optional.ofNullable(reasons.get(entry.key()))
                        .map(why -> UndoStep.left(numbered(entry), why))
                        .orElseGet(() -> removal(entry, versions.containsKey(entry.guid()))))
                .toList();
    }

    private UndoStep removal(LedgerEntry entry, boolean isThere) {
        return new UndoStep(
                numbered(entry),
                isThere ? Optional.of(ItemChange.removal(entry)) : Optional.empty(),
                isThere
                        ? List.of(new Change.RemoveElement(
                                entry.guid(), catalogue.options().removal()))
                        : List.of(),
                Optional.empty(),
                true,
                List.of());
    }

    private Map<Guid, Long> versions(List<LedgerEntry> entries) {
        Set<Guid> elements = new HashSet<>();
        entries.forEach(entry -> elements.addAll(Survey.elementsOf(entry)));
        return elements.isEmpty() ? Map.of() : catalogue.versions(elements);
    }

    /** What later runs changed, what does not have the versions any more that this connector wrote, and what others use. */
    private Map<ItemKey, Message> reasonsToLeave(List<LedgerEntry> entries, Map<Guid, Long> versions) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        Set<ItemKey> later =
                list.changedLater(entries.stream().map(LedgerEntry::key).toList());
        LinksOfOthers links = new LinksOfOthers(
                catalogue,
                entries.stream()
                        .filter(entry -> versions.containsKey(entry.guid()))
                        .toList());
        Map<ItemKey, Message> reasons = new HashMap<>();
        for (LedgerEntry entry : entries) {
            if (later.contains(entry.key())) {
                reasons.put(entry.key(), UndoMessage.CHANGED_LATER.with(entry.name()));
            } else if (isEdited(entry, versions)) {
                reasons.put(entry.key(), UndoMessage.EDITED.with(entry.name(), "something"));
            } else {
                links.of(entry)
                        .ifPresent(type -> reasons.put(entry.key(), UndoMessage.EDITED.with(entry.name(), type)));
            }
        }
        return reasons;
    }

    /** What is gone already is not edited. */
    private static boolean isEdited(LedgerEntry entry, Map<Guid, Long> versions) {
        Map<Guid, Long> present = new HashMap<>(versions);
        present.keySet().retainAll(Survey.elementsOf(entry));
        return present.containsKey(entry.guid()) && !Comparison.expected(entry).equals(present);
    }

    private static NumberedChange numbered(LedgerEntry entry) {
        return new NumberedChange(0, ItemChange.removal(entry));
    }
}
