package io.openintegration.daemon.metadata;

/**
 * How much there is in a metadata server.
 *
 * @param elements archived ones included
 * @param receipts of batches that came with a request id ({@link BatchStore})
 */
public record ContentCounts(long elements, long relationships, long receipts) {}
