package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ItemKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/** Marks rows of one ledger as missing, or not missing any more. */
final class MissingMarks {

    private final Connection connection;
    private final KeyHash hashes;

    MissingMarks(Connection connection, KeyHash hashes) {
        this.connection = connection;
        this.hashes = hashes;
    }

    void markMissing(Collection<ItemKey> keys, Instant since) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(
                """
                UPDATE "daemon".ledger_entry SET missing_since = ? WHERE item_hash = ? AND missing_since IS NULL
                """)) {
            RowBatch batch = new RowBatch(mark);
            for (ItemKey key : keys) {
                mark.setLong(1, since.toEpochMilli());
                mark.setObject(2, hashes.of(key));
                batch.add();
            }
            batch.finish();
        }
    }

    void markPresent(Collection<ItemKey> keys) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(
                "UPDATE \"daemon\".ledger_entry SET missing_since = NULL WHERE item_hash = ?")) {
            RowBatch batch = new RowBatch(mark);
            for (ItemKey key : keys) {
                mark.setObject(1, hashes.of(key));
                batch.add();
            }
            batch.finish();
        }
    }
}
