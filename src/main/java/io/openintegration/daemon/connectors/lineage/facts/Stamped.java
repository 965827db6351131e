package io.openintegration.daemon.connectors.lineage.facts;

import java.time.Instant;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** A text that an event told, and the time of that event. */
public record Stamped(Instant at, String text) {

    private static final Comparator<Stamped> BY_TIME =
            Comparator.comparing(Stamped::at).thenComparing(Stamped::text);

    /** The later one; of two of one time always the same one. */
    Stamped with(Stamped other) {
        return BY_TIME.compare(this, other) >= 0 ? this : other;
    }

    static <K extends Comparable<K>> SortedMap<K, Stamped> both(
            SortedMap<K, Stamped> one, SortedMap<K, Stamped> other) {
        SortedMap<K, Stamped> both = new TreeMap<>(one);
        other.forEach((key, value) -> both.merge(key, value, Stamped::with));
        return both;
    }
}
