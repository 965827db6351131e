package io.openintegration.daemon.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts collections into pieces that fit into one statement's parameters. */
final class Slices {

    private static final int SIZE = 500;

    private Slices() {}

    static <T> Stream<List<T>> of(Collection<T> items) {
        return of(items, SIZE);
    }

    static <T> Stream<List<T>> of(Collection<T> items, int size) {
        List<T> list = new ArrayList<>(items);
        return IntStream.range(0, (list.size() + size - 1) / size)
                .mapToObj(i -> list.subList(i * size, Math.min(list.size(), (i + 1) * size)));
    }
}
