package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What came of batches, kept for a day. */
final class Receipts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final String table;

    Receipts(SchemaName schema) {
        this.table = schema.table("batch_receipt");
    }

    /**
     * The results of that batch; empty where it was not carried out.
     *
     * @throws io.openintegration.daemon.metadata.MetadataStoreException {@code OPEN-METADATA-STORE-409-001} where another
     *     batch was carried out under that id
     */
    Optional<List<ChangeResult>> find(Handle handle, BatchId id) {
        return handle.createQuery(
                        "SELECT digest, results FROM " + table + " WHERE request_id = :request AND batch = :batch")
                .bind("request", id.request())
                .bind("batch", (long) id.number())
                .map((row, context) -> {
                    if (!row.getString("digest").equals(id.digest())) {
                        throw Refusals.requestIdUsed(id);
                    }
                    return read(row.getString("results"));
                })
                .findFirst();
    }

    /** Old ones go when a request begins. */
    void write(Handle handle, BatchId id, List<ChangeResult> results, Instant now) {
        if (id.number() == 0) {
            handle.createUpdate("DELETE FROM " + table + " WHERE create_time < :oldest")
                    .bind("oldest", now.minus(KEPT).toEpochMilli())
                    .execute();
        }
        insert(handle, new Receipt(id, results, now));
    }

    void insert(Handle handle, Receipt receipt) {
        handle.createUpdate("INSERT INTO " + table + " (request_id, batch, digest, results, create_time)"
                        + " VALUES (:request, :batch, :digest, :results, :time)")
                .bind("request", receipt.batch().request())
                .bind("batch", (long) receipt.batch().number())
                .bind("digest", receipt.batch().digest())
                .bind("results", text(receipt.results()))
                .bind("time", receipt.time().toEpochMilli())
                .execute();
    }

    static String text(List<ChangeResult> results) {
        return results.stream()
                .map(result -> result.version() + " " + result.changed() + " " + result.guid())
                .collect(Collectors.joining("\n"));
    }

    /** @throws IllegalArgumentException where the text is not one that was written here */
    static List<ChangeResult> read(String text) {
        return text.lines().map(Receipts::result).toList();
    }

    /** The GUID comes last: it may be one that the client made up for what is gone. */
    private static ChangeResult result(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("a result must have a version, a flag and a GUID");
        }
        return new ChangeResult(new Guid(parts[2]), Long.parseLong(parts[0]), Boolean.parseBoolean(parts[1]));
    }
}
