package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The writing of planned items: one change set for the metadata server, then the ledger. It touches nothing of the refresh but
 * the plans themselves, so that it can be done on any thread, one step after the other.
 */
final class PlannedWrite {

    private final GatedWrites writes;
    private final List<ItemPlan> plans;
    private final RunOrigin origin;
    private final Set<ItemKey> items = new HashSet<>();
    private final Set<Optional<ItemKey>> scopes = new HashSet<>();
    private boolean applied;
    private Optional<ChangeRejectedException> refusal = Optional.empty();

    PlannedWrite(GatedWrites writes, List<ItemPlan> plans, RunOrigin origin) {
        this.writes = writes;
        this.plans = plans;
        this.origin = origin;
        for (ItemPlan plan : plans) {
            items.add(plan.sighting().key());
            scopes.add(plan.sighting().container().key());
        }
    }

    List<ItemPlan> plans() {
        return plans;
    }

    boolean isOf(ItemKey item) {
        return items.contains(item);
    }

    /** Whether one of the items is described in that scope (empty: is a top scope). */
    boolean isIn(Optional<ItemKey> scope) {
        return scopes.contains(scope);
    }

    /** Whether the metadata server made all changes. */
    boolean isApplied() {
        return applied;
    }

    /** Why it made none of them, where it is not only unavailable. */
    Optional<ChangeRejectedException> refusal() {
        return refusal;
    }

    /** Has the metadata server make the changes, or {@linkplain #refusal refuse} them. */
    void apply() {
        doubtUntilWritten();
        try {
            accept(writes.apply(
                    plans.stream().flatMap(plan -> plan.changes().stream()).toList()));
            applied = true;
        } catch (ChangeRejectedException refused) {
            if (refused.kind() == Kind.UNAVAILABLE) {
                throw refused;
            }
            refusal = Optional.of(refused);
        }
    }

    /** Has the ledger vouch for what was applied; nothing, where that was refused. */
    void settle() {
        if (!applied) {
            return;
        }
        List<LedgerEntry> entries =
                plans.stream().map(plan -> plan.entry(origin)).toList();
        if (plans.stream().anyMatch(ItemPlan::isNewToLedger)) {
            writes.settle(entries);
        } else {
            writes.save(entries, List.of());
        }
    }

    /**
     * The ledger must not vouch for an item whose answer from the metadata server may get lost: should the item then
     * change back to what it was, nobody would notice the difference. And it must know of an item that it does not have yet:
     * should that be gone by the next refresh, nobody would look for its element.
     */
    private void doubtUntilWritten() {
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
            writes.save(doubted, List.of());
        } else {
            writes.intend(intents, doubted);
        }
    }

    private void accept(List<ChangeResult> results) {
        int next = 0;
        for (ItemPlan plan : plans) {
            int end = next + plan.changes().size();
            plan.accept(results.subList(next, end));
            next = end;
        }
    }

    /** The plan that has the change of that number. */
    ItemPlan planOf(int change) {
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
