package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.MetadataStoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes items that are gone out of the catalogue, children before their scope. Holds the marks of one branch of scopes
 * and a batch, however much there is in them.
 */
final class Retirement {

    private final Catalogue catalogue;
    private final Watched watched;
    private final Predicate<ItemKey> spared;
    private final List<LedgerMark> batch = new ArrayList<>();
    private final Set<ItemKey> needed = new HashSet<>();

    /** @param spared items that are to stay, and with them the scopes that hold them */
    Retirement(Catalogue catalogue, Watched watched, Predicate<ItemKey> spared) {
        this.catalogue = catalogue;
        this.watched = watched;
        this.spared = spared;
    }

    void retire(Collection<LedgerMark> items) {
        items.forEach(this::collect);
        flush();
    }

    /** Spared items are from now on looked for where the former scope is, so that a later refresh can retire them. */
    void retireContent(LedgerEntry formerScope) {
        collectContent(formerScope.key());
        flush();
        List<ItemKey> stay = catalogue.marks(Optional.of(formerScope.key())).stream()
                .map(LedgerMark::key)
                .toList();
        catalogue.save(
                catalogue.entries(stay).values().stream()
                        .map(entry -> entry.in(formerScope.scope()).unread())
                        .toList(),
                List.of());
    }

    private boolean collect(LedgerMark item) {
        boolean goes = !spared.test(item.key()) && (!item.isScope() || collectContent(item.key()));
        if (goes) {
            batch.add(item);
            if (batch.size() >= catalogue.options().batchSize()) {
                flush();
            }
        }
        return goes;
    }

    private boolean collectContent(ItemKey scope) {
        boolean allGo = true;
        for (LedgerMark item : catalogue.marks(Optional.of(scope))) {
            allGo &= collect(item);
        }
        return allGo;
    }

    private void flush() {
        leaveOutForbidden();
        List<LedgerMark> removable = new ArrayList<>(batch);
        List<ChangeResult> results = null;
        while (results == null) {
            try {
                results = catalogue.apply(removable.stream().map(this::removal).toList());
            } catch (ChangeRejectedException refused) {
                if (refused.kind() == MetadataStoreException.Kind.UNAVAILABLE) {
                    throw refused;
                }
                watched.withdrawn();
                LedgerMark kept = removable.remove(refused.index());
                watched.tally().problem(ReconcileMessage.REMOVAL_REFUSED.with(kept.key(), refused.reason()));
                watched.beforeRemoval(removable);
            }
        }
        catalogue.save(List.of(), batch.stream().map(LedgerMark::key).toList());
        watched.tally().add(Outcome.REMOVED, (int)
                results.stream().filter(ChangeResult::changed).count());
        batch.clear();
    }

    /** The scopes that hold what stays, stay too. */
    private void leaveOutForbidden() {
        Map<ItemKey, Message> forbidden = watched.beforeRemoval(batch);
        if (forbidden.isEmpty() && needed.isEmpty()) {
            return;
        }
        watched.withdrawn();
        Map<ItemKey, LedgerEntry> entries =
                catalogue.entries(batch.stream().map(LedgerMark::key).toList());
        batch.removeIf(item -> {
            boolean stays = forbidden.containsKey(item.key()) || needed.contains(item.key());
            if (stays) {
                entries.get(item.key()).scope().ifPresent(needed::add);
                Optional.ofNullable(forbidden.get(item.key())).ifPresent(watched.tally()::problem);
            }
            return stays;
        });
        watched.beforeRemoval(batch);
    }

    private Change removal(LedgerMark item) {
        return new Change.RemoveElement(item.guid(), catalogue.options().removal());
    }
}
