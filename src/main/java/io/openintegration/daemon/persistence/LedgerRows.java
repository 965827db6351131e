package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.LedgerEntry;
import io.openintegration.daemon.reconcile.LedgerHistory;
import io.openintegration.daemon.reconcile.LedgerPart;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Writes the rows of one ledger, in batches of a size that neither driver nor memory minds. By JDBC itself: this is the
 * one place where there are enough values for Jdbi's way of binding them to show.
 */
final class LedgerRows {

    private final Connection connection;
    private final KeyHash hashes;
    private final long ledger;

    LedgerRows(Connection connection, KeyHash hashes, long ledger) {
        this.connection = connection;
        this.hashes = hashes;
        this.ledger = ledger;
    }

    void delete(Collection<ItemKey> keys) throws SQLException {
        delete(connection, hashes.of(keys));
    }

    /** @param itemHashes of UUIDs */
    static void delete(Connection connection, Object[] itemHashes) throws SQLException {
        Array rows = connection.createArrayOf("uuid", itemHashes);
        for (String table : List.of("ledger_part", "ledger_item_parts", "ledger_entry")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM \"daemon\"." + table + " WHERE item_hash = ANY(?)")) {
                delete.setArray(1, rows);
                delete.executeUpdate();
            }
        }
    }

    void insert(Collection<LedgerEntry> entries) throws SQLException {
        insertItems(entries);
        insertParts(entries);
    }

    private void insertItems(Collection<LedgerEntry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                        INSERT INTO "daemon".ledger_entry (
                            item_hash, scope_hash, ledger_id, item_key, scope_key, is_scope, type_name, guid,
                            qualified_name, classifications, stamp, fingerprint, version,
                            catalogued_at, missing_since, made_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            RowBatch batch = new RowBatch(insert);
            for (LedgerEntry entry : entries) {
                bind(insert, entry);
                batch.add();
            }
            batch.finish();
        }
    }

    private void bind(PreparedStatement insert, LedgerEntry entry) throws SQLException {
        insert.setObject(1, hashes.of(entry.key()));
        insert.setObject(2, hashes.of(entry.scope()));
        insert.setLong(3, ledger);
        text(insert, 4, entry.key().value());
        text(insert, 5, entry.scope().map(ItemKey::value).orElse(null));
        insert.setBoolean(6, entry.isScope());
        text(insert, 7, entry.type().value());
        text(insert, 8, entry.guid().value());
        text(insert, 9, entry.name().value());
        insert.setString(10, TextListJson.write(names(entry)));
        text(insert, 11, entry.stamp());
        text(insert, 12, entry.fingerprint());
        insert.setLong(13, entry.version());
        LedgerHistory history = entry.history();
        insert.setLong(14, history.cataloguedAt().toEpochMilli());
        insert.setObject(15, history.missingSince().map(Instant::toEpochMilli).orElse(null), Types.BIGINT);
        text(insert, 16, history.madeBy().orElse(null));
    }

    private void insertParts(Collection<LedgerEntry> entries) throws SQLException {
        try (PreparedStatement item = connection.prepareStatement(
                        "INSERT INTO \"daemon\".ledger_item_parts (item_hash, parts) VALUES (?, ?)");
                PreparedStatement owner = connection.prepareStatement(
                        "INSERT INTO \"daemon\".ledger_part (item_hash, guid) VALUES (?, ?)")) {
            RowBatch items = new RowBatch(item);
            RowBatch owners = new RowBatch(owner);
            for (LedgerEntry entry : entries) {
                if (!entry.parts().isEmpty()) {
                    UUID hash = hashes.of(entry.key());
                    item.setObject(1, hash);
                    item.setString(2, LedgerPartsJson.write(entry.parts()));
                    items.add();
                    for (LedgerPart part : entry.parts()) {
                        owner.setObject(1, hash);
                        text(owner, 2, part.guid().value());
                        owners.add();
                    }
                }
            }
            items.finish();
            owners.finish();
        }
    }

    private static void text(PreparedStatement insert, int column, String value) throws SQLException {
        insert.setString(column, StorableText.escaped(value));
    }

    private static List<String> names(LedgerEntry entry) {
        return entry.classifications().stream().map(TypeName::value).sorted().toList();
    }
}
