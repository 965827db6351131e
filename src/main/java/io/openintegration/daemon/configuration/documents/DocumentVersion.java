package io.openintegration.daemon.configuration.documents;

/**
 * The version of a stored document: made of its bytes, so that a change by hand makes another version too, and of a secret
 * key ({@link VersionKey}), so that it tells nothing about them.
 *
 * @param value 64 hexadecimal digits where it is one of ours; a caller may hold anything
 */
public record DocumentVersion(String value) {

    /** Enough to tell the versions of one document apart, in the names of those that are kept. */
    String abbreviated() {
        return value.substring(0, 16);
    }

    @Override
    public String toString() {
        return value;
    }
}
