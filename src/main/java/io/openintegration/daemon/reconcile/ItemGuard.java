package io.openintegration.daemon.reconcile;

import java.time.Instant;

/**
 * What the guards say of a single item in one refresh.
 *
 * @param releasing whether what earlier refreshes held back may go
 * @param now when the refresh began, as the ledger keeps times
 */
record ItemGuard(RemovalGuards guards, boolean releasing, Instant now) {

    static ItemGuard of(RemovalGuards guards, RefreshMode mode, RunOrigin origin) {
        return new ItemGuard(
                guards,
                mode == RefreshMode.RELEASING && guards.removalAllowed(),
                LedgerHistory.beginning(origin).cataloguedAt());
    }

    /** An item that this refresh noted as missing was not held back before it. */
    boolean releases(LedgerMark item) {
        return releasing
                && item.missingSince().filter(since -> !since.equals(now)).isPresent();
    }

    boolean isTooYoung(LedgerMark item) {
        return guards.isTooYoung(item.cataloguedAt(), now);
    }
}
