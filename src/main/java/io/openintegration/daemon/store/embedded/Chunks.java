package io.openintegration.daemon.store.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Cuts the values of a question into portions that a database takes in one statement. */
final class Chunks {

    private static final int SIZE = 500;

    private Chunks() {}

    /** The values without duplicates; nothing for no values. */
    static <T> List<List<T>> of(Collection<T> values) {
        List<T> all = List.copyOf(new LinkedHashSet<>(values));
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            chunks.add(all.subList(from, Math.min(from + SIZE, all.size())));
        }
        return chunks;
    }
}
