package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Sha256;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stands for an item key of one ledger in an index, where the key itself is too long. Its first bits tell the folder that the
 * key is in, so that what is read and written together stands together in the index; the others are those of a SHA-256, which
 * tells keys apart.
 *
 * @param ledger stands for the ledger: for its names, so that nobody has to look up its number
 */
record KeyHash(UUID ledger) {

    private static final int FOLDER_BITS = 24;
    private static final long DIGEST_MASK = -1L >>> FOLDER_BITS;
    private static final int SPREAD = 0x9E3779B1;

    static KeyHash of(LedgerName name) {
        String names = Stream.of(
                        name.daemon().value(),
                        name.connector(),
                        name.metadataServer().value())
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return new KeyHash(digest(names, new UUID(0, 0)));
    }

    UUID of(ItemKey key) {
        return hash(key.value());
    }

    /** The hash of the scope of a top scope is that of the empty key, which no item has. */
    UUID of(Optional<ItemKey> scope) {
        return hash(scope.map(ItemKey::value).orElse(""));
    }

    UUID[] of(Collection<ItemKey> keys) {
        return keys.stream().map(this::of).toArray(UUID[]::new);
    }

    private UUID hash(String key) {
        UUID digest = digest(key, ledger);
        int folder = key.substring(0, Math.max(0, key.lastIndexOf('/'))).hashCode() * SPREAD;
        return new UUID(
                (((long) folder << Integer.SIZE) & ~DIGEST_MASK) | (digest.getMostSignificantBits() & DIGEST_MASK),
                digest.getLeastSignificantBits());
    }

    /** Takes the characters as they are: a character set would make halves of surrogate pairs all the same. */
    private static UUID digest(String text, UUID before) {
        ByteBuffer hashed = ByteBuffer.allocate(2 * Long.BYTES + text.length() * Character.BYTES);
        hashed.putLong(before.getMostSignificantBits())
                .putLong(before.getLeastSignificantBits())
                .asCharBuffer()
                .put(text);
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(hashed.array()));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
