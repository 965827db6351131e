package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.LedgerPart;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the daemon's own database promises, whichever database it is. */
abstract class DaemonDatabaseContract {

    private static final ServerName DAEMON = new ServerName("integration-daemon");
    private static final ServerName STORE = new ServerName("cocoMDS1");

    private TestDatabase own;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void open(@TempDir Path directory) {
        own = newDatabase(directory);
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void migratingTwiceIsHarmless() {
        DaemonDatabase database = new DaemonDatabase(own.dataSource());
        database.migrate();
        database.migrate();

        assertThat(database.answers()).isTrue();
    }

    @Test
    void serversThatStartAtOnceMigrateOnce() {
        CompletableFuture<?>[] servers = IntStream.range(0, 4)
                .mapToObj(server -> CompletableFuture.runAsync(new DaemonDatabase(own.dataSource())::migrate))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(servers).join();

        assertThat(new JdbiAuditTrail(new DaemonDatabase(own.dataSource())).servers())
                .isEmpty();
    }

    @Test
    void databaseThatIsAwayDoesNotAnswer() {
        assertThat(new DaemonDatabase(own.absent()).answers()).isFalse();
    }

    @Test
    void migrationOfADatabaseThatIsAwayHasItsOwnMessage() {
        DaemonDatabase database = new DaemonDatabase(own.absent());

        assertThatThrownBy(database::migrate)
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("DAEMON-DATABASE-500-002")
                .hasNoCause();
    }

    @Test
    void partsThatStoodWithTheirItemAreKept() throws SQLException {
        Flyway.configure()
                .dataSource(own.dataSource())
                .schemas(DaemonDatabase.SCHEMA)
                .locations("classpath:db/daemon")
                .target("8")
                .load()
                .migrate();
        ItemKey file = new ItemKey("/data/week1.csv");
        LedgerPart part = new LedgerPart(
                new QualifiedName("/data/week1.csv::name"),
                new TypeName("TabularFileColumn"),
                new Guid("guid-of-part"),
                Set.of(),
                "f",
                7);
        insertAsBefore(new LedgerName(DAEMON, "Files", STORE), file, List.of(part));

        DaemonDatabase database = new DaemonDatabase(own.dataSource());
        database.migrate();

        assertThat(new JdbiLedgers(database).ledger(DAEMON, "Files", STORE).find(file))
                .hasValueSatisfying(entry -> assertThat(entry.parts()).containsExactly(part));
    }

    private void insertAsBefore(LedgerName ledger, ItemKey key, List<LedgerPart> parts) throws SQLException {
        try (Connection connection = own.dataSource().getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement item = connection.prepareStatement(
                        """
                        INSERT INTO "daemon".ledger_entry (item_hash, scope_hash, ledger_id, item_key, is_scope, type_name, guid,
                            qualified_name, classifications, stamp, fingerprint, version, parts)
                        VALUES (?, ?, (SELECT id FROM "daemon".ledger), ?, FALSE, 'CSVFile', 'guid', 'name', '[]', '', '', 1, ?)
                        """)) {
            statement.executeUpdate("INSERT INTO \"daemon\".ledger (daemon, connector, metadata_server) VALUES ('"
                    + DAEMON.value() + "', 'Files', '" + STORE.value() + "')");
            KeyHash hashes = KeyHash.of(ledger);
            item.setObject(1, hashes.of(key));
            item.setObject(2, hashes.of(Optional.empty()));
            item.setString(3, key.value());
            item.setString(4, LedgerPartsJson.write(parts));
            item.executeUpdate();
        }
    }
}
