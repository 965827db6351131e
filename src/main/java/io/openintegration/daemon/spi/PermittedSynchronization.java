package io.openintegration.daemon.spi;

/** The directions in which a connector may pass metadata on (Egeria's protocol). */
public enum PermittedSynchronization {
    BOTH_DIRECTIONS,
    TO_THIRD_PARTY,
    FROM_THIRD_PARTY,
    OTHER;

    /** Whether the connector may write to open metadata. */
    public boolean allowsWritingToOpenMetadata() {
        return this != TO_THIRD_PARTY;
    }

    /** Whether the connector may pass on to its third party what open metadata, or another producer, told the daemon. */
    public boolean allowsWritingToThirdParty() {
        return this != FROM_THIRD_PARTY;
    }
}
