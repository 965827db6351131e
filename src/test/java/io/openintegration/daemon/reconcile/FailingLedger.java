package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Paging;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger whose database can be told to be away. */
final class FailingLedger implements Ledger {

    private final Ledger ledger;
    private int savesUntilFailure = -1;

    FailingLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The next save but {@code saves} fails, and nothing of it is kept. */
    void failAfter(int saves) {
        savesUntilFailure = saves;
    }

    void failNoMore() {
        savesUntilFailure = -1;
    }

    @Override
    public Optional<LedgerEntry> find(ItemKey key) {
        return ledger.find(key);
    }

    @Override
    public List<LedgerEntry> topScopes() {
        return ledger.topScopes();
    }

    @Override
    public List<LedgerEntry> entries(ItemKey scope) {
        return ledger.entries(scope);
    }

    @Override
    public Map<Guid, LedgerOwner> owners(Collection<Guid> elements) {
        return ledger.owners(elements);
    }

    @Override
    public List<LedgerEntry> madeBy(String run, Optional<ItemKey> after, int limit) {
        return ledger.madeBy(run, after, limit);
    }

    @Override
    public List<LedgerEntry> missing(Optional<ItemKey> after, int most) {
        return ledger.missing(after, most);
    }

    @Override
    public List<LedgerEntry> findMissing(String containing, Paging paging) {
        return ledger.findMissing(containing, paging);
    }

    @Override
    public void intend(Collection<LedgerIntent> intents, Collection<LedgerEntry> entries) {
        countDown();
        ledger.intend(intents, entries);
    }

    @Override
    public List<LedgerIntent> intended() {
        return ledger.intended();
    }

    @Override
    public void settle(Collection<LedgerEntry> entries) {
        countDown();
        ledger.settle(entries);
    }

    @Override
    public void save(Collection<LedgerEntry> entries, Collection<ItemKey> forgotten) {
        countDown();
        ledger.save(entries, forgotten);
    }

    private void countDown() {
        if (savesUntilFailure-- == 0) {
            throw new IllegalStateException("the ledger's database is away");
        }
    }
}
