package io.openintegration.daemon.configuration.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The version of a stored document: a digest of its bytes, so that a change by hand makes another version too.
 *
 * @param value 64 hexadecimal digits where it is one of ours; a caller may hold anything
 */
public record DocumentVersion(String value) {

    static DocumentVersion of(byte[] stored) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(stored);
            return new DocumentVersion(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
