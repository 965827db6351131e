package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names ten of many items, the first by their keys. */
final class Sample {

    private static final int MOST = 10;

    private final SortedSet<String> first = new TreeSet<>();
    private long count;

    void add(ItemKey item) {
        count++;
        first.add(item.value());
        if (first.size() > MOST) {
            first.remove(first.last());
        }
    }

    long count() {
        return count;
    }

    @Override
    public String toString() {
        return String.join(", ", first) + (count > first.size() ? " …" : "");
    }
}
