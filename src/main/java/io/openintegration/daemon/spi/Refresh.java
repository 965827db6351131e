package io.openintegration.daemon.spi;

import io.openintegration.daemon.metadata.DescriptionSink;

/** One refresh of a connector. Belongs to the thread that was handed it. */
public interface Refresh extends DescriptionSink {

    /** Whether the refresh is to end early, because the connector is being stopped or restarted. */
    boolean isCancelled();
}
