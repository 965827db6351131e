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
        List<T> list = new ArrayList<>(items);
        return IntStream.range(0, (list.size() + SIZE - 1) / SIZE)
                .mapToObj(i -> list.subList(i * SIZE, Math.min(list.size(), (i + 1) * SIZE)));
    }
}
