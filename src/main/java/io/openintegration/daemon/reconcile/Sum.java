package io.openintegration.daemon.reconcile;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** 128 bits of a text's SHA-256, which stand for the text where there are too many of them to remember each. */
record Sum(long high, long low) {

    /** Takes the characters as they are: a character set would make halves of surrogate pairs all the same. */
    static Sum of(String text) {
        ByteBuffer characters = ByteBuffer.allocate(text.length() * Character.BYTES);
        characters.asCharBuffer().put(text);
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(characters.array()));
        return new Sum(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
