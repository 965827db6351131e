package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change.Removal;
import java.util.Objects;

/**
 * How a connector's descriptions are written.
 *
 * @param batchSize how many items go into one change set at the most, from 1; with their parts a set holds at the most
 *     {@value #ELEMENTS_PER_ITEM} times as many elements, and one item's changes more only where it alone has more
 * @param removal what becomes of the elements of items that are gone
 * @param guards what keeps them from removal
 */
public record ReconcileOptions(int batchSize, Removal removal, RemovalGuards guards) {

    static final int ELEMENTS_PER_ITEM = 3;

    public ReconcileOptions {
        Objects.requireNonNull(removal);
        Objects.requireNonNull(guards);
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size must be 1 or more");
        }
    }

    /** Without guards. */
    public ReconcileOptions(int batchSize, Removal removal) {
        this(batchSize, removal, RemovalGuards.NONE);
    }

    /** Sets of 1,000 items; what is gone is archived, with the standard guards. */
    public static ReconcileOptions standard() {
        return new ReconcileOptions(1_000, Removal.ARCHIVE, RemovalGuards.STANDARD);
    }

    /** The same with other rules for removal. */
    public ReconcileOptions with(Removal otherRemoval, RemovalGuards otherGuards) {
        return new ReconcileOptions(batchSize, otherRemoval, otherGuards);
    }
}
