package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the ledger would say after the part of a plan that is made so far, where that differs from what it says. It is kept in
 * a ledger of its own, so that a plan of any size takes no memory.
 */
final class PlanScratch {

    /** No scope has this key: what would be forgotten lies here. */
    private static final ItemKey GRAVE = new ItemKey("\u0000forgotten");

    private static final String PLANNED = "planned:";

    private final Ledger entries;
    private boolean empty = true;

    /** @param entries empty, and of nobody else */
    PlanScratch(Ledger entries) {
        this.entries = entries;
    }

    boolean isEmpty() {
        return empty;
    }

    /** The GUID, until the plan is carried out, of an element that it makes. */
    static Guid guidOf(QualifiedName made) {
        return new Guid(PLANNED + new Digest().text(made.value()).value());
    }

    static boolean isPlanned(Guid element) {
        return element.value().startsWith(PLANNED);
    }

    void save(Collection<LedgerEntry> saved) {
        if (!saved.isEmpty()) {
            empty = false;
            entries.save(saved, List.of());
        }
    }

    void bury(Collection<LedgerEntry> forgotten) {
        save(forgotten.stream().map(entry -> entry.in(Optional.of(GRAVE))).toList());
    }

    /** What is different, forgotten entries too. */
    Map<ItemKey, LedgerEntry> find(Collection<ItemKey> keys) {
        return empty || keys.isEmpty() ? Map.of() : entries.find(keys);
    }

    static boolean isBuried(LedgerEntry entry) {
        return entry.scope().filter(GRAVE::equals).isPresent();
    }

    List<LedgerMark> marks(Optional<ItemKey> scope) {
        return empty ? List.of() : entries.marks(scope);
    }

    void marks(Optional<ItemKey> scope, int most, Consumer<List<LedgerMark>> work) {
        if (!empty) {
            entries.marks(scope, most, work);
        }
    }

    List<LedgerEntry> entriesIn(Optional<ItemKey> scope) {
        return empty ? List.of() : scope.map(entries::entries).orElseGet(entries::topScopes);
    }

    /** As {@link Ledger#missing}; forgotten entries too. */
    List<LedgerEntry> missing(Optional<ItemKey> after, int most) {
        return empty ? List.of() : entries.missing(after, most);
    }

    /** The entries to which these elements belong, as items or parts. */
    Map<Guid, LedgerEntry> entriesOf(Collection<Guid> elements) {
        if (empty || elements.isEmpty()) {
            return Map.of();
        }
        Map<Guid, LedgerOwner> owners = entries.owners(elements);
        Set<ItemKey> keys = new HashSet<>();
        owners.values().forEach(owner -> keys.add(owner.key()));
        Map<ItemKey, LedgerEntry> found = find(keys);
        Map<Guid, LedgerEntry> answer = new HashMap<>();
        owners.forEach((guid, owner) -> answer.put(guid, found.get(owner.key())));
        return answer;
    }
}
