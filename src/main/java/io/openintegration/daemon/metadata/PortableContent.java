package io.openintegration.daemon.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Port: the whole content of a metadata server, to be kept or to be moved elsewhere: elements with their GUIDs, versions,
 * classifications, sources, anchors and archived state, relationships, receipts of batches. Lines of JSON (ADR 39); memory
 * is bounded, however much there is. Safe from any thread.
 */
public interface PortableContent {

    /**
     * Writes everything that the server holds at one moment; others go on writing meanwhile. A transaction of the database
     * stays open for as long as {@code out} takes, so it should be a file. It is flushed, and left open.
     *
     * @throws IOException where {@code out} fails; what was written then has no closing line
     * @throws MetadataStoreException {@code OPEN-METADATA-STORE-500-001} where the database fails
     */
    ContentCounts exportTo(OutputStream out) throws IOException;

    /**
     * Takes over what {@link #exportTo} wrote, on whatever database, into a server that holds no element. All of it or nothing:
     * it is one transaction. {@code in} should be a file, too, and is left open.
     *
     * @throws IOException where {@code in} fails; nothing was taken over
     * @throws MetadataStoreException {@code OPEN-METADATA-STORE-409-002} where the server holds elements, before or at the
     *     end; {@code -400-007} where a line is not as it should be; {@code -413-002} where it is too long; {@code -400-008} where lines are missing or were changed;
     *     {@code -400-009} where it is none, or of another version; {@code -409-003} where it contradicts itself;
     *     {@code -500-001} where the database fails. Nothing was taken over
     */
    ContentCounts importFrom(InputStream in) throws IOException;
}
