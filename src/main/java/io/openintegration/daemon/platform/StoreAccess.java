package io.openintegration.daemon.platform;

import io.openintegration.daemon.metadata.BatchStore;

/**
 * A metadata access store that is started.
 *
 * @param largestPage how many elements it returns at once
 */
public record StoreAccess(BatchStore store, int largestPage) {}
