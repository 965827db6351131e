package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The little of a {@link LedgerEntry} that tells whether an item changed. A refresh holds one for each item of the
 * scopes that are open, so it carries no parts.
 */
public record LedgerMark(
        ItemKey key,
        boolean isScope,
        Guid guid,
        String stamp,
        String fingerprint,
        Instant cataloguedAt,
        Optional<Instant> missingSince) {

    public static LedgerMark of(LedgerEntry entry) {
        return new LedgerMark(
                entry.key(),
                entry.isScope(),
                entry.guid(),
                entry.stamp(),
                entry.fingerprint(),
                entry.history().cataloguedAt(),
                entry.history().missingSince());
    }
}
