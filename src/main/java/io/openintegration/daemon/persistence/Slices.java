package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.Portions;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Cuts collections into pieces that fit into one statement's parameters. */
final class Slices {

    private static final int SIZE = 500;

    private Slices() {}

    static <T> Stream<List<T>> of(Collection<T> items) {
        return of(items, SIZE);
    }

    static <T> Stream<List<T>> of(Collection<T> items, int size) {
        return Portions.of(items, size).stream();
    }
}
