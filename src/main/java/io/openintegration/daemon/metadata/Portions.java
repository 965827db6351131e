package io.openintegration.daemon.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts what is asked for, or written, into portions that one call takes. */
public final class Portions {

    /** As many elements, or names, as callers of a {@link MetadataStore} put into one question. */
    public static final int QUESTION = 1_000;

    private Portions() {}

    /** Portions of a {@link #QUESTION}. */
    public static <T> List<List<T>> of(Collection<T> all) {
        return of(all, QUESTION);
    }

    /**
     * In the order of the collection, each portion but the last of that size.
     *
     * @param size from 1
     * @return nothing for nothing
     */
    public static <T> List<List<T>> of(Collection<T> all, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("portions of " + size);
        }
        List<T> list = List.copyOf(all);
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < list.size(); from += size) {
            portions.add(list.subList(from, Math.min(list.size(), from + size)));
        }
        return portions;
    }
}
