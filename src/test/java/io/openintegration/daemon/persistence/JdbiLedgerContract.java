package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.Ledger;
import io.openintegration.daemon.reconcile.LedgerEntry;
import io.openintegration.daemon.reconcile.LedgerHistory;
import io.openintegration.daemon.reconcile.LedgerOwner;
import io.openintegration.daemon.testing.LedgerContract;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledgers in a database promise, whichever database it is. */
abstract class JdbiLedgerContract extends LedgerContract {

    private static final ServerName DAEMON = new ServerName("integration-daemon");
    private static final ServerName STORE = new ServerName("cocoMDS1");
    private static final ItemKey ROOT = new ItemKey("/data");

    private TestDatabase own;
    private DaemonDatabase database;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void migrate(@TempDir Path directory) {
        own = newDatabase(directory);
        database = migrated();
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Override
    protected Ledger ledger() {
        return new JdbiLedgers(database).ledger(DAEMON, "FilesMonitor", STORE);
    }

    @Test
    void entriesSurviveReopeningTheDatabase() {
        ledger().save(List.of(scope(ROOT)), List.of());

        own.restart();
        assertThat(new JdbiLedgers(migrated())
                        .ledger(DAEMON, "FilesMonitor", STORE)
                        .find(ROOT))
                .contains(scope(ROOT));
    }

    @Test
    void ledgersOfOtherDaemonsConnectorsAndMetadataServersAreApart() {
        ledger().save(List.of(scope(ROOT)), List.of());
        JdbiLedgers ledgers = new JdbiLedgers(database);

        List<Ledger> others = List.of(
                ledgers.ledger(DAEMON, "OtherMonitor", STORE),
                ledgers.ledger(new ServerName("other-daemon"), "FilesMonitor", STORE),
                ledgers.ledger(DAEMON, "FilesMonitor", new ServerName("otherStore")));
        others.forEach(other -> other.save(List.of(), List.of(ROOT)));

        assertThat(others).allSatisfy(other -> assertThat(other.topScopes()).isEmpty());
        assertThat(ledger().topScopes()).containsExactly(scope(ROOT));
    }

    @Test
    void ledgersOfConnectorsThatAreNoLongerConfiguredAreForgotten() {
        JdbiLedgers ledgers = new JdbiLedgers(database);
        Ledger renamed = ledgers.ledger(DAEMON, "OldName", STORE);
        renamed.save(List.of(scope(ROOT)), List.of());
        Ledger elsewhere = ledgers.ledger(new ServerName("other-daemon"), "OldName", STORE);
        elsewhere.save(List.of(scope(ROOT)), List.of());
        Ledger kept = ledger();
        kept.save(List.of(scope(new ItemKey("/kept"))), List.of());

        ledgers.retain(DAEMON, Set.of("FilesMonitor"));

        assertThat(renamed.topScopes()).isEmpty();
        assertThat(kept.owners(List.of(scope(ROOT).guid()))).isEmpty();
        assertThat(kept.topScopes()).hasSize(1);
        assertThat(elsewhere.topScopes()).hasSize(1);
    }

    @Test
    void allLedgersOfOneConnectorAreForgottenAndNoOthers() {
        JdbiLedgers ledgers = new JdbiLedgers(database);
        List<Ledger> removed = List.of(
                ledgers.ledger(DAEMON, "Removed", STORE),
                ledgers.ledger(DAEMON, "Removed", new ServerName("otherStore")));
        List<Ledger> kept = List.of(ledger(), ledgers.ledger(new ServerName("other-daemon"), "Removed", STORE));
        removed.forEach(ledger -> ledger.save(List.of(scope(ROOT)), List.of()));
        kept.forEach(ledger -> ledger.save(List.of(scope(ROOT)), List.of()));

        ledgers.forget(DAEMON, "Removed");
        ledgers.forget(DAEMON, "NeverThere");

        assertThat(removed).allSatisfy(ledger -> assertThat(ledger.topScopes()).isEmpty());
        assertThat(kept).allSatisfy(ledger -> assertThat(ledger.topScopes()).hasSize(1));
    }

    @Test
    void largeLedgerIsForgottenInPortionsAndOthersBetweenStay() {
        JdbiLedgers ledgers = new JdbiLedgers(database);
        Ledger removed = ledgers.ledger(DAEMON, "Removed", STORE);
        List<LedgerEntry> files = IntStream.range(0, 2_500)
                .mapToObj(i -> file("/data/landing/" + i + ".csv", List.of()))
                .toList();
        removed.save(Stream.concat(Stream.of(scope(ROOT)), files.stream()).toList(), List.of());
        ledger().save(Stream.concat(Stream.of(scope(ROOT)), files.stream()).toList(), List.of());

        ledgers.forget(DAEMON, "Removed");

        List<ItemKey> keys = files.stream().map(LedgerEntry::key).toList();
        assertThat(ledgers.ledger(DAEMON, "Removed", STORE).find(keys)).isEmpty();
        assertThat(ledger().find(keys)).hasSize(2_500);
        assertThat(rows("SELECT count(*) FROM \"daemon\".ledger_entry")).isEqualTo(2_501);
    }

    private long rows(String count) {
        return database.read(
                "count", handle -> handle.select(count).mapTo(Long.class).one());
    }

    @Test
    void elementsOfOtherConnectorsOfTheSameDaemonHaveOwnersToo() {
        LedgerEntry other = file("/data/landing/a.csv", List.of());
        JdbiLedgers ledgers = new JdbiLedgers(database);
        ledgers.ledger(DAEMON, "OtherMonitor", STORE).save(List.of(other, scope(ROOT)), List.of());
        ledgers.ledger(new ServerName("other-daemon"), "Third", STORE)
                .save(List.of(file("/data/landing/b.csv", List.of())), List.of());
        ledger().save(List.of(scope(ROOT)), List.of());

        assertThat(ledger().owners(List.of(
                        other.guid(), scope(ROOT).guid(), new Guid("guid-of-item-/data/landing/b.csv"))))
                .isEqualTo(Map.of(
                        other.guid(),
                        new LedgerOwner(Optional.of("OtherMonitor"), other.key()),
                        scope(ROOT).guid(),
                        new LedgerOwner(Optional.empty(), ROOT)));
    }

    @Test
    void laterEntryOfTheSameKeyInOneSaveCounts() {
        LedgerEntry first = file("a.csv", List.of());
        LedgerEntry second = scope(first.key());
        ledger().save(List.of(first, second), List.of());

        assertThat(ledger().find(first.key())).contains(second);
    }

    @Test
    void failedSaveChangesNothingAndTellsNoStatement() {
        ledger().save(List.of(scope(ROOT)), List.of());
        LedgerEntry impossible = new LedgerEntry(
                new ItemKey("bad"),
                Optional.empty(),
                true,
                scope(ROOT).type(),
                scope(ROOT).guid(),
                scope(ROOT).name(),
                Set.of(),
                null,
                "",
                1,
                List.of(),
                LedgerHistory.UNKNOWN);

        assertThatThrownBy(() -> ledger().save(List.of(impossible), List.of(ROOT)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("DAEMON-DATABASE-500-001")
                .hasMessageContaining("saveLedger")
                .hasMessageNotContaining("INSERT")
                .hasNoCause();
        assertThat(ledger().topScopes()).containsExactly(scope(ROOT));
    }

    private DaemonDatabase migrated() {
        DaemonDatabase made = new DaemonDatabase(own.dataSource());
        made.migrate();
        return made;
    }
}
