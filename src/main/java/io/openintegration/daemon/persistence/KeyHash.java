package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ItemKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Stands for an item key of one ledger in an index, where the key itself is too long. Its first bits tell the folder that the
 * key is in, so that what is read and written together stands together in the index; the others are those of a SHA-256, which
 * tells keys apart.
 */
final class KeyHash {

    private static final int FOLDER_BITS = 24;
    private static final long DIGEST_MASK = -1L >>> FOLDER_BITS;
    private static final int SPREAD = 0x9E3779B1;

    private KeyHash() {}

    static UUID of(long ledger, ItemKey key) {
        return hash(ledger, key.value());
    }

    /** The hash of the scope of a top scope is that of the empty key, which no item has. */
    static UUID of(long ledger, Optional<ItemKey> scope) {
        return hash(ledger, scope.map(ItemKey::value).orElse(""));
    }

    static UUID[] of(long ledger, Collection<ItemKey> keys) {
        return keys.stream().map(key -> of(ledger, key)).toArray(UUID[]::new);
    }

    /** Takes the key's characters as they are: a character set would make halves of surrogate pairs all the same. */
    private static UUID hash(long ledger, String key) {
        ByteBuffer hashed =
                ByteBuffer.allocate(Long.BYTES + key.length() * Character.BYTES).putLong(ledger);
        hashed.asCharBuffer().put(key);
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(hashed.array()));
        int folder = key.substring(0, Math.max(0, key.lastIndexOf('/'))).hashCode() * SPREAD;
        return new UUID(
                (long) folder << Integer.SIZE & ~DIGEST_MASK | hash.getLong() & DIGEST_MASK, hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
