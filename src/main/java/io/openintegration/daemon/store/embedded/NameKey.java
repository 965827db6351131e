package io.openintegration.daemon.store.embedded;

import java.util.UUID;

/**
 * Stands for a qualified name in an index. Its first bits tell the folder that the name is in, so that what is catalogued
 * together stands together in the index; the others are those of a digest, which tells names apart.
 */
final class NameKey {

    private static final int FOLDER_BITS = 24;
    private static final long DIGEST_MASK = -1L >>> FOLDER_BITS;
    private static final int SPREAD = 0x9E3779B1;

    private NameKey() {}

    static UUID of(String qualifiedName) {
        UUID digest = Digest.uuid(qualifiedName);
        int folder = folder(qualifiedName).hashCode() * SPREAD;
        return new UUID(
                (((long) folder << Integer.SIZE) & ~DIGEST_MASK) | (digest.getMostSignificantBits() & DIGEST_MASK),
                digest.getLeastSignificantBits());
    }

    /** What is before the last slash; the names of parts have no slash behind that of their file. Else before the last dot. */
    private static String folder(String name) {
        int slash = name.lastIndexOf('/');
        return name.substring(0, Math.max(0, slash < 0 ? name.lastIndexOf('.') : slash));
    }
}
