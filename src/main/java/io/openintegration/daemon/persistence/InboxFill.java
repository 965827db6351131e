package io.openintegration.daemon.persistence;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;

/**
 * How much waits in all inboxes. It is counted now and then, since other nodes file events and take them out too; in between it is
 * reckoned. Safe from any thread.
 */
final class InboxFill {

    /** Filed by this node between two counts, at the most about. Each reads the whole table. */
    private static final Sum UNCOUNTED = new Sum(5_000, 64 << 20);

    private static final String COUNT =
            "SELECT COUNT(*) AS events, COALESCE(SUM(OCTET_LENGTH(content)), 0) AS bytes FROM \"daemon\".lineage_event";

    private final AtomicReference<Optional<Reckoning>> reckoning = new AtomicReference<>(Optional.empty());

    Sum sum(Handle handle) {
        return reckoning
                .get()
                .filter(known -> !known.isOld())
                .map(Reckoning::sum)
                .orElseGet(() -> counted(handle));
    }

    void added(Sum more) {
        reckoning.updateAndGet(known -> known.map(
                before -> new Reckoning(before.sum().plus(more), before.filed().plus(more))));
    }

    void removed(Sum less) {
        reckoning.updateAndGet(
                known -> known.map(before -> new Reckoning(before.sum().minus(less), before.filed())));
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
                new Sum(0, 0));
        reckoning.set(Optional.of(counted));
        return counted.sum();
    }

    /** @param bytes as they are stored */
    record Sum(long events, long bytes) {

        private Sum plus(Sum more) {
            return new Sum(events + more.events, bytes + more.bytes);
        }

        private Sum minus(Sum less) {
            return new Sum(events - less.events, bytes - less.bytes);
        }
    }

    /** @param filed since it was counted */
    private record Reckoning(Sum sum, Sum filed) {

        private boolean isOld() {
            return filed.events() >= UNCOUNTED.events() || filed.bytes() >= UNCOUNTED.bytes();
        }
    }
}
