package io.openintegration.daemon.reconcile;

/** How much of one top scope a refresh found; the top scope itself is one of its items. */
final class Place {

    private long kept;
    private long added;

    /** An item was mentioned where the ledger has it. */
    void kept() {
        kept++;
    }

    long keptCount() {
        return kept;
    }

    /** An item was catalogued that the ledger did not have. */
    void added() {
        added++;
    }

    long addedCount() {
        return added;
    }
}
