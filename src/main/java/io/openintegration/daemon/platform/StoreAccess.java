package io.openintegration.daemon.platform;

import io.openintegration.daemon.metadata.MetadataStore;

/**
 * A metadata access store that is started.
 *
 * @param largestPage how many elements it returns at once
 */
public record StoreAccess(MetadataStore store, int largestPage) {}
