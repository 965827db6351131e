package io.openintegration.daemon.reconcile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How an item came into the catalogue, and whether it is still there. Times are exact to the millisecond.
 *
 * @param cataloguedAt when the refresh began by which the connector first catalogued the item; 1970 where that is not known
 * @param missingSince when the refresh began that first missed the item; empty for an item that is there. An item that is
 *     missing and still in the ledger is held back from removal
 * @param madeBy {@link RunOrigin#reference()} of the refresh that made its element; empty where the element existed
 *     before, or it is not known
 */
public record LedgerHistory(Instant cataloguedAt, Optional<Instant> missingSince, Optional<String> madeBy) {

    public static final LedgerHistory UNKNOWN = new LedgerHistory(Instant.EPOCH, Optional.empty(), Optional.empty());

    public LedgerHistory {
        cataloguedAt = cataloguedAt.truncatedTo(ChronoUnit.MILLIS);
        missingSince = missingSince.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Of an item that a refresh catalogues, and whose element it did not make. */
    static LedgerHistory beginning(RunOrigin origin) {
        return new LedgerHistory(origin.begun(), Optional.empty(), Optional.empty());
    }

    /** The item is there. */
    LedgerHistory present() {
        return missingSince.isEmpty() ? this : new LedgerHistory(cataloguedAt, Optional.empty(), madeBy);
    }

    /** The item is missing, since then unless it was missing before. */
    LedgerHistory missing(Instant since) {
        return missingSince.isPresent() ? this : new LedgerHistory(cataloguedAt, Optional.of(since), madeBy);
    }

    /** That refresh made the element. */
    LedgerHistory madeBy(RunOrigin origin) {
        return new LedgerHistory(cataloguedAt, missingSince, Optional.of(origin.reference()));
    }
}
