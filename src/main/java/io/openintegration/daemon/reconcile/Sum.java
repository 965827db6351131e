package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Sha256;
import java.nio.ByteBuffer;

/** 128 bits of a text's SHA-256, which stand for the text where there are too many of them to remember each. */
record Sum(long high, long low) {

    /** Takes the characters as they are: a character set would make halves of surrogate pairs all the same. */
    static Sum of(String text) {
        ByteBuffer characters = ByteBuffer.allocate(text.length() * Character.BYTES);
        characters.asCharBuffer().put(text);
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(characters.array()));
        return new Sum(digest.getLong(), digest.getLong());
    }
}
