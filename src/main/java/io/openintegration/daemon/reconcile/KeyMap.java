package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Values by item key, of any number of items. A key is remembered by 128 bits of its SHA-256, so that a million of them take some
* 50 MB, however long they are; that two keys meet in all of these bits does not happen. Keys cannot be
 * listed. Used by one thread.
 */
final class KeyMap<V> {

    private static final int SMALLEST = 16;

    private final MessageDigest digest = sha256();
    /** Two for each place in the table: the two halves of a digest. */
    private long[] digests = new long[2 * SMALLEST];

    private Object[] values = new Object[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    Optional<V> get(ItemKey key) {
        ByteBuffer hash = hash(key);
        return Optional.ofNullable(value(place(hash.getLong(0), hash.getLong(Long.BYTES))));
    }

    boolean contains(ItemKey key) {
        return get(key).isPresent();
    }

    /** Returns what was there before. */
    Optional<V> put(ItemKey key, V value) {
        if (size >= values.length / 4 * 3) {
            grow();
        }
        ByteBuffer hash = hash(key);
        long high = hash.getLong(0);
        long low = hash.getLong(Long.BYTES);
        int place = place(high, low);
        V before = value(place);
        if (before == null) {
            size++;
        }
        set(place, high, low, value);
        return Optional.ofNullable(before);
    }

    /** Returns what was there before. */
    Optional<V> remove(ItemKey key) {
        ByteBuffer hash = hash(key);
        int place = place(hash.getLong(0), hash.getLong(Long.BYTES));
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
            int home = home(digests[2 * place]);
            boolean mayMove = free <= place ? home <= free || home > place : home <= free && home > place;
            if (mayMove) {
                set(free, digests[2 * place], digests[2 * place + 1], values[place]);
                free = place;
            }
        }
        values[free] = null;
    }

    /** Where the key is, or would be. */
    private int place(long high, long low) {
        int place = home(high);
        while (values[place] != null && (digests[2 * place] != high || digests[2 * place + 1] != low)) {
            place = next(place);
        }
        return place;
    }

    private int home(long high) {
        return (int) high & values.length - 1;
    }

    private int next(int place) {
        return place + 1 & values.length - 1;
    }

    private void set(int place, long high, long low, Object value) {
        digests[2 * place] = high;
        digests[2 * place + 1] = low;
        values[place] = value;
    }

    @SuppressWarnings("unchecked") // only put brings values in
    private V value(int place) {
        return (V) values[place];
    }

    private void grow() {
        long[] formerDigests = digests;
        Object[] formerValues = values;
        digests = new long[2 * formerDigests.length];
        values = new Object[2 * formerValues.length];
        for (int former = 0; former < formerValues.length; former++) {
            if (formerValues[former] != null) {
                long high = formerDigests[2 * former];
                long low = formerDigests[2 * former + 1];
                set(place(high, low), high, low, formerValues[former]);
            }
        }
    }

    /** Takes the key's characters as they are: a character set would make halves of surrogate pairs all the same. */
    private ByteBuffer hash(ItemKey key) {
        ByteBuffer characters = ByteBuffer.allocate(key.value().length() * Character.BYTES);
        characters.asCharBuffer().put(key.value());
        return ByteBuffer.wrap(digest.digest(characters.array()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
