package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.reconcile.Ledger;
import io.openintegration.daemon.reconcile.LedgerEntry;
import io.openintegration.daemon.reconcile.LedgerIntent;
import io.openintegration.daemon.reconcile.LedgerMark;
import io.openintegration.daemon.reconcile.LedgerOwner;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * One ledger in the daemon's database. Its methods throw {@link DatabaseException} (DAEMON-DATABASE-500-001) where the
 * database fails; nothing of a failed {@link #save} is stored.
 */
final class JdbiLedger implements Ledger {

    private final DaemonDatabase database;
    private final LedgerName name;
    private final KeyHash hashes;

    JdbiLedger(DaemonDatabase database, LedgerName name) {
        this.database = database;
        this.name = name;
        this.hashes = KeyHash.of(name);
    }

    @Override
    public Optional<LedgerEntry> find(ItemKey key) {
        return Optional.ofNullable(find(List.of(key)).get(key));
    }

    @Override
    public Map<ItemKey, LedgerEntry> find(Collection<ItemKey> keys) {
        return readPortion("findLedgerEntries", reading -> Slices.of(keys)
                        .flatMap(slice -> reading.entriesOf(slice).stream())
                        .toList())
                .stream()
                .collect(Collectors.toMap(LedgerEntry::key, Function.identity(), (one, same) -> one));
    }

    @Override
    public List<LedgerEntry> topScopes() {
        return read("findTopScopes", reading -> reading.entriesIn(Optional.empty()));
    }

    @Override
    public List<LedgerEntry> entries(ItemKey scope) {
        return read("findEntriesOfScope", reading -> reading.entriesIn(Optional.of(scope)));
    }

    @Override
    public List<LedgerMark> marks(Optional<ItemKey> scope) {
        return read("findMarksOfScope", reading -> reading.marksIn(scope));
    }

    @Override
    public void marks(Optional<ItemKey> scope, int most, Consumer<List<LedgerMark>> work) {
        Optional<ItemKey> last = Optional.empty();
        List<LedgerMark> portion;
        do {
            portion = marksAfter(last, scope, most);
            if (!portion.isEmpty()) {
                last = Optional.of(portion.get(portion.size() - 1).key());
                work.accept(portion);
            }
        } while (portion.size() == most);
    }

    private List<LedgerMark> marksAfter(Optional<ItemKey> last, Optional<ItemKey> scope, int most) {
        return readPortion("findMarksOfScope", reading -> reading.marksIn(scope, last, most));
    }

    @Override
    public Map<Guid, LedgerOwner> owners(Collection<Guid> elements) {
        return database.inTransaction("findOwners", handle -> {
            LedgerOwners owners = new LedgerOwners(handle, name);
            Slices.of(elements).forEach(owners::lookUp);
            return owners.owners();
        });
    }

    @Override
    public List<LedgerEntry> madeBy(String run, Optional<ItemKey> after, int limit) {
        return read("findEntriesMadeBy", reading -> reading.entriesMadeBy(run, after, limit));
    }

    @Override
    public long count() {
        return counted("countEntries", LedgerCount::all);
    }

    @Override
    public long countIn(ItemKey scope) {
        return counted("countEntriesOfScope", count -> count.in(scope));
    }

    @Override
    public void markMissing(Collection<ItemKey> keys, Instant since) {
        mark("markMissing", rows -> rows.markMissing(keys, since));
    }

    @Override
    public void markPresent(Collection<ItemKey> keys) {
        mark("markPresent", rows -> rows.markPresent(keys));
    }

    @Override
    public List<LedgerEntry> missing(Optional<ItemKey> after, int most) {
        return readPortion("readMissing", reading -> reading.missingAfter(after, most));
    }

    @Override
    public List<LedgerEntry> findMissing(String containing, Paging paging) {
        return readPortion("findMissing", reading -> reading.missing(containing, paging));
    }

    @Override
    public void intend(Collection<LedgerIntent> intents, Collection<LedgerEntry> entries) {
        write("intendItems", entries, List.of(), written -> written.replace(intents));
    }

    @Override
    public List<LedgerIntent> intended() {
        return database.inTransaction("readIntents", handle -> name.idIn(handle)
                .map(id -> new LedgerIntents(handle, id).all())
                .orElse(List.of()));
    }

    @Override
    public void settle(Collection<LedgerEntry> entries) {
        write("settleItems", entries, List.of(), LedgerIntents::forget);
    }

    @Override
    public void save(Collection<LedgerEntry> entries, Collection<ItemKey> forgotten) {
        write("saveLedger", entries, forgotten, none -> {});
    }

    private void write(
            String operation,
            Collection<LedgerEntry> entries,
            Collection<ItemKey> forgotten,
            Consumer<LedgerIntents> intents) {
        Map<ItemKey, LedgerEntry> latest = new LinkedHashMap<>();
        entries.forEach(entry -> latest.put(entry.key(), entry));
        Collection<ItemKey> replaced = new ArrayList<>(latest.keySet());
        replaced.addAll(forgotten);
        database.inTransaction(operation, handle -> {
            long id = name.madeIn(handle);
            LedgerRows rows = new LedgerRows(handle.getConnection(), hashes, id);
            rows.delete(replaced);
            rows.insert(latest.values());
            intents.accept(new LedgerIntents(handle, id));
            return name;
        });
    }

    private long counted(String operation, ToLongFunction<LedgerCount> count) {
        return database.inTransaction(operation, handle -> name.idIn(handle)
                .map(id -> count.applyAsLong(new LedgerCount(handle, hashes, id)))
                .orElse(0L));
    }

    private interface Marking {
        void mark(MissingMarks marks) throws SQLException;
    }

    private void mark(String operation, Marking marking) {
        database.inTransaction(operation, handle -> {
            marking.mark(new MissingMarks(handle.getConnection(), hashes));
            return name;
        });
    }

    /** In a transaction, without which PostgreSQL reads a large result into memory at once. */
    private <T> List<T> read(String operation, Function<LedgerReading, List<T>> reading) {
        return database.inTransaction(operation, handle -> reading.apply(new LedgerReading(handle, name, hashes)));
    }

    /** A portion, which may be in memory at once. */
    private <T> List<T> readPortion(String operation, Function<LedgerReading, List<T>> reading) {
        return database.read(operation, handle -> reading.apply(new LedgerReading(handle, name, hashes)));
    }
}
