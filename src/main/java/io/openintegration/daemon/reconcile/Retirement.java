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
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Takes items that are gone out of the catalogue, children before their scope. Holds a portion of the
 * marks of each scope of one branch and a batch, however much there is in them.
 */
final class Retirement {

    private final Catalogue catalogue;
    private final Watched watched;
    private final Predicate<ItemKey> spared;
    private final List<LedgerMark> batch = new ArrayList<>();
    private final Set<ItemKey> needed = new HashSet<>();

    /** @param spared items that are not gone after all */
    Retirement(Catalogue catalogue, Watched watched, Predicate<ItemKey> spared) {
        this.catalogue = catalogue;
        this.watched = watched;
        this.spared = spared;
    }

    /**
     * @param kept items that are to stay, and with them the scopes that hold them
     * @param remains hears of what stays for that reason
     */
    void retire(Collection<LedgerMark> items, Predicate<LedgerMark> kept, Consumer<LedgerMark> remains) {
        MissingWalk walk = new MissingWalk(catalogue, spared, kept, this::add, remains);
        items.forEach(walk::walk);
        flush();
    }

    /** These items are gone, and stay. */
    void heldBack(Collection<ItemKey> items) {
        watched.heldBack(items);
    }

    private void add(LedgerMark item) {
        batch.add(item);
        if (batch.size() >= catalogue.options().batchSize()) {
            flush();
        }
    }

    private void flush() {
        leaveOutForbidden();
        doubtUntilRemoved();
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

    /** Should the answer get lost, and an item come back before the next refresh, the ledger must not vouch for its element. */
    private void doubtUntilRemoved() {
        catalogue.save(
                catalogue.entries(batch.stream().map(LedgerMark::key).toList()).values().stream()
                        .filter(entry -> !entry.isUnread())
                        .map(LedgerEntry::unread)
                        .toList(),
                List.of());
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
