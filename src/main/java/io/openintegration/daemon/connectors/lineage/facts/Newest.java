package io.openintegration.daemon.connectors.lineage.facts;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The newest of some facts. */
final class Newest {

    private Newest() {}

    /** As many as that, the newest; of those of one time always the same ones. */
    static <K extends Comparable<K>, V> SortedMap<K, V> of(SortedMap<K, V> all, int most, Function<V, Instant> time) {
        if (all.size() <= most) {
            return all;
        }
        SortedMap<K, V> newest = new TreeMap<>();
        Comparator<Map.Entry<K, V>> byTime = Comparator.comparing(entry -> time.apply(entry.getValue()));
        all.entrySet().stream()
                .sorted(byTime.thenComparing(Map.Entry::getKey).reversed())
                .limit(most)
                .forEach(entry -> newest.put(entry.getKey(), entry.getValue()));
        return newest;
    }
}
