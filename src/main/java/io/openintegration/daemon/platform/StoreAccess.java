package io.openintegration.daemon.platform;

import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.PortableContent;
import io.openintegration.daemon.metadata.StoreEvents;

/**
 * A metadata access store that is started.
 *
 * @param content all that it holds, to be kept or moved
 * @param events what changes in it by way of this platform
 * @param largestPage how many elements it returns at once
 */
public record StoreAccess(BatchStore store, PortableContent content, StoreEvents events, int largestPage) {}
