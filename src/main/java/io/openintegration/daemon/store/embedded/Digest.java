package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** Half of a SHA-256: a short key of fixed length for text of any length. */
final class Digest {

    private static final int KEPT_BYTES = 16;

    private Digest() {}

    /** As a UUID that is small in an index. */
    static UUID uuid(String text) {
        ByteBuffer digest = ByteBuffer.wrap(digest(text));
        return new UUID(digest.getLong(), digest.getLong());
    }

    /** 32 digits and lower case letters. */
    static String hex(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    private static byte[] digest(String text) {
        return Arrays.copyOf(Sha256.of(text.getBytes(StandardCharsets.UTF_8)), KEPT_BYTES);
    }
}
