package io.openintegration.daemon.configuration;

/**
 * What the daemon does with the elements of items that are gone from the third party.
 *
 * @param allowed whether they are removed at all
 * @param limits when removals are held back
 */
public record RemovalPolicy(boolean allowed, DeleteMethod method, RemovalLimits limits) {

    public static final RemovalPolicy STANDARD = new RemovalPolicy(true, DeleteMethod.ARCHIVE, RemovalLimits.STANDARD);

    /** How an element is removed. */
    public enum DeleteMethod {
        /** It is marked as archived, and can be restored. */
        ARCHIVE,
        /** Nothing is left of it. */
        PURGE
    }
}
