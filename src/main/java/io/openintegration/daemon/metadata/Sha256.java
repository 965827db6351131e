package io.openintegration.daemon.metadata;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of much that is short: a copy of a digest costs a fraction of asking the security providers for one. */
public final class Sha256 {

    private static final MessageDigest UNUSED = made();

    private Sha256() {}

    /** The 32 bytes of its digest. */
    public static byte[] of(byte[] content) {
        try {
            return ((MessageDigest) UNUSED.clone()).digest(content);
        } catch (CloneNotSupportedException impossible) {
            return made().digest(content);
        }
    }

    private static MessageDigest made() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
