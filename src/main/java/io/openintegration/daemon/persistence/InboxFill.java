package io.openintegration.daemon.persistence;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;

/**
 * How much waits in all inboxes. It is counted now and then, since other nodes file events and take them out too; in between it is
 * reckoned. Safe from any thread.
 */
final class InboxFill {

    /** Filings between two counts. */
    private static final int RECKONINGS = 500;

    private static final String COUNT =
            "SELECT COUNT(*) AS events, COALESCE(SUM(OCTET_LENGTH(content)), 0) AS bytes FROM \"daemon\".lineage_event";

    private final AtomicReference<Optional<Reckoning>> reckoning = new AtomicReference<>(Optional.empty());

    Sum sum(Handle handle) {
        return reckoning
                .get()
                .filter(known -> known.steps() < RECKONINGS)
                .map(Reckoning::sum)
                .orElseGet(() -> counted(handle));
    }

    void added(Sum more) {
        reckoning.updateAndGet(known -> known.map(before -> before.with(more)));
    }

    void removed(Sum less) {
        added(new Sum(-less.events(), -less.bytes()));
    }

    /** Nobody knows how much was taken out. */
    void changed() {
        reckoning.set(Optional.empty());
    }

    /** Whatever was reckoned: others may have taken out what makes the difference. */
    Sum counted(Handle handle) {
        Reckoning counted = new Reckoning(
                handle.createQuery(COUNT)
                        .map((row, context) -> new Sum(row.getLong("events"), row.getLong("bytes")))
                        .one(),
                0);
        reckoning.set(Optional.of(counted));
        return counted.sum();
    }

    /** @param bytes as they are stored */
    record Sum(long events, long bytes) {}

    private record Reckoning(Sum sum, int steps) {

        private Reckoning with(Sum more) {
            return new Reckoning(new Sum(sum.events() + more.events(), sum.bytes() + more.bytes()), steps + 1);
        }
    }
}
