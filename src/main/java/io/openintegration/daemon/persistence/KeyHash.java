package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ItemKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/** Stands for an item key of one ledger in an index, where the key itself is too long: 128 bits of a SHA-256. */
final class KeyHash {

    private KeyHash() {}

    static UUID of(long ledger, ItemKey key) {
        return hash(ledger, key.value());
    }

    /** The hash of the scope of a top scope is that of the empty key, which no item has. */
    static UUID of(long ledger, Optional<ItemKey> scope) {
        return hash(ledger, scope.map(ItemKey::value).orElse(""));
    }

    /** Takes the key's characters as they are: a character set would make halves of surrogate pairs all the same. */
    private static UUID hash(long ledger, String key) {
        ByteBuffer hashed =
                ByteBuffer.allocate(Long.BYTES + key.length() * Character.BYTES).putLong(ledger);
        hashed.asCharBuffer().put(key);
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(hashed.array()));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
