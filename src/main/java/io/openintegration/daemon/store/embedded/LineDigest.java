package io.openintegration.daemon.store.embedded;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of an export's lines: SHA-256. */
final class LineDigest {

    private LineDigest() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
