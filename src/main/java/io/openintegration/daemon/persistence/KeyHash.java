package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ItemKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    /** Takes the key as UTF-16, in which no two different texts are the same. */
    private static UUID hash(long ledger, String key) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(ledger).flip());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_16BE)));
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
