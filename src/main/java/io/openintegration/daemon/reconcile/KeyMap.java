package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.Optional;

/**
 * Values by item key, of any number of items. A key is remembered by 128 bits of its SHA-256, so that a million of them take some
 * 50 MB, however long they are; that two keys meet in all of these bits does not happen. Keys cannot be
 * listed. Used by one thread.
 */
final class KeyMap<V> {

    private static final int SMALLEST = 16;

    /** Two for each place in the table: the two halves of a sum. */
    private long[] sums = new long[2 * SMALLEST];

    private Object[] values = new Object[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    Optional<V> get(ItemKey key) {
        Sum sum = Sum.of(key.value());
        return Optional.ofNullable(value(place(sum.high(), sum.low())));
    }

    boolean contains(ItemKey key) {
        return get(key).isPresent();
    }

    /** Returns what was there before. */
    Optional<V> put(ItemKey key, V value) {
        if (size >= values.length / 4 * 3) {
            grow();
        }
        Sum sum = Sum.of(key.value());
        int place = place(sum.high(), sum.low());
        V before = value(place);
        if (before == null) {
            size++;
        }
        set(place, sum.high(), sum.low(), value);
        return Optional.ofNullable(before);
    }

    /** Returns what was there before. */
    Optional<V> remove(ItemKey key) {
        Sum sum = Sum.of(key.value());
        int place = place(sum.high(), sum.low());
        V before = value(place);
        if (before != null) {
            size--;
            close(place);
        }
        return Optional.ofNullable(before);
    }

    /** Lets those that follow without a gap move up, so that each is still found from its own place on. */
    private void close(int gap) {
        int free = gap;
        for (int place = next(gap); values[place] != null; place = next(place)) {
            int home = home(sums[2 * place]);
            boolean mayMove = free <= place ? home <= free || home > place : home <= free && home > place;
            if (mayMove) {
                set(free, sums[2 * place], sums[2 * place + 1], values[place]);
                free = place;
            }
        }
        values[free] = null;
    }

    /** Where the key is, or would be. */
    private int place(long high, long low) {
        int place = home(high);
        while (values[place] != null && (sums[2 * place] != high || sums[2 * place + 1] != low)) {
            place = next(place);
        }
        return place;
    }

    private int home(long high) {
        return (int) high & (values.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (values.length - 1);
    }

    private void set(int place, long high, long low, Object value) {
        sums[2 * place] = high;
        sums[2 * place + 1] = low;
        values[place] = value;
    }

    @SuppressWarnings("unchecked") // only put brings values in
    private V value(int place) {
        return (V) values[place];
    }

    private void grow() {
        long[] formerSums = sums;
        Object[] formerValues = values;
        sums = new long[2 * formerSums.length];
        values = new Object[2 * formerValues.length];
        for (int former = 0; former < formerValues.length; former++) {
            if (formerValues[former] != null) {
                long high = formerSums[2 * former];
                long low = formerSums[2 * former + 1];
                set(place(high, low), high, low, formerValues[former]);
            }
        }
    }
}
