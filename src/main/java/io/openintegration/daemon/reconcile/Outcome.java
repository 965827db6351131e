package io.openintegration.daemon.reconcile;

/** What a refresh came to for one item. */
enum Outcome {
    CREATED,
    UPDATED,
    REMOVED,
    RESTORED,
    UNCHANGED
}
