package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.reconcile.Ledger;
import io.openintegration.daemon.reconcile.LedgerEntry;
import io.openintegration.daemon.reconcile.LedgerIntent;
import io.openintegration.daemon.reconcile.LedgerOwner;
import io.openintegration.daemon.testing.InMemoryLedgers.Owner;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A ledger in memory, for tests. Made by {@link InMemoryLedgers}. */
final class InMemoryLedger implements Ledger {

    private final InMemoryLedgers ledgers;
    private final Owner owner;
    private final Map<ItemKey, LedgerEntry> entries = new LinkedHashMap<>();
    private List<LedgerIntent> intents = List.of();

    InMemoryLedger(InMemoryLedgers ledgers, Owner owner) {
        this.ledgers = ledgers;
        this.owner = owner;
    }

    @Override
    public synchronized Optional<LedgerEntry> find(ItemKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public List<LedgerEntry> topScopes() {
        return in(Optional.empty());
    }

    @Override
    public List<LedgerEntry> entries(ItemKey scope) {
        return in(Optional.of(scope));
    }

    @Override
    public Map<Guid, LedgerOwner> owners(Collection<Guid> elements) {
        Map<Guid, LedgerOwner> owners = new HashMap<>();
        ledgers.all().forEach((other, ledger) -> {
            if (other.isNeighbourOf(owner)) {
                Optional<String> connector = other.equals(owner) ? Optional.empty() : Optional.of(other.connector());
                ledger.keysByElement()
                        .forEach((guid, key) -> owners.merge(
                                guid,
                                new LedgerOwner(connector, key),
                                (one, two) -> one.otherConnector().isEmpty() ? one : two));
            }
        });
        owners.keySet().retainAll(elements);
        return owners;
    }

    @Override
    public synchronized List<LedgerEntry> madeBy(String run, Optional<ItemKey> after, int limit) {
        return entries.values().stream()
                .filter(entry -> entry.history().madeBy().equals(Optional.of(run)))
                .filter(entry ->
                        after.stream().allMatch(key -> entry.key().value().compareTo(key.value()) > 0))
                .sorted(Comparator.comparing(entry -> entry.key().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<LedgerEntry> missing(Optional<ItemKey> after, int most) {
        return allMissing()
                .filter(entry ->
                        after.stream().allMatch(last -> entry.key().value().compareTo(last.value()) > 0))
                .limit(most)
                .toList();
    }

    @Override
    public List<LedgerEntry> findMissing(String containing, Paging paging) {
        return allMissing()
                .filter(entry -> entry.key().value().contains(containing)
                        || entry.name().value().contains(containing))
                .skip(paging.startFrom())
                .limit(paging.pageSize())
                .toList();
    }

    private synchronized Stream<LedgerEntry> allMissing() {
        return entries.values().stream()
                .filter(entry -> entry.history().missingSince().isPresent())
                .sorted(Comparator.comparing(entry -> entry.key().value()))
                .toList()
                .stream();
    }

    @Override
    public synchronized void intend(Collection<LedgerIntent> intended, Collection<LedgerEntry> saved) {
        intents = List.copyOf(intended);
        save(saved, List.of());
    }

    @Override
    public synchronized List<LedgerIntent> intended() {
        return intents;
    }

    @Override
    public synchronized void settle(Collection<LedgerEntry> saved) {
        intents = List.of();
        save(saved, List.of());
    }

    @Override
    public synchronized void save(Collection<LedgerEntry> saved, Collection<ItemKey> forgotten) {
        saved.forEach(entry -> entries.put(entry.key(), entry));
        entries.keySet().removeAll(List.copyOf(forgotten));
    }

    private synchronized List<LedgerEntry> in(Optional<ItemKey> scope) {
        return entries.values().stream()
                .filter(entry -> entry.scope().equals(scope))
                .toList();
    }

    private synchronized Map<Guid, ItemKey> keysByElement() {
        Map<Guid, ItemKey> keys = new HashMap<>();
        for (LedgerEntry entry : entries.values()) {
            keys.put(entry.guid(), entry.key());
            entry.parts().forEach(part -> keys.put(part.guid(), entry.key()));
        }
        return keys;
    }
}
