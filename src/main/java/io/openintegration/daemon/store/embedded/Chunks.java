package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Portions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Cuts the values of a question into portions that a database takes in one statement. */
final class Chunks {

    private static final int SIZE = 500;

    private Chunks() {}

    /** The values without duplicates; nothing for no values. */
    static <T> List<List<T>> of(Collection<T> values) {
        return Portions.of(new LinkedHashSet<>(values), SIZE);
    }
}
