package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Sequence;

/** Sequences as the database has them. */
final class Sorting {

    private Sorting() {}

    /** An ORDER BY for a table; not for sequences by a property. */
    static String of(Sequence sequence) {
        return of(sequence, "");
    }

    /** @param prefix of the columns */
    static String of(Sequence sequence, String prefix) {
        String direction = sequence.descending() ? " DESC" : "";
        return " ORDER BY "
                + switch (sequence.by()) {
                    case CREATION -> prefix + "guid" + direction;
                    case UPDATE -> prefix + "update_time" + direction + ", " + prefix + "guid";
                    case PROPERTY -> throw new IllegalArgumentException("no column has the order of a property");
                };
    }
}
