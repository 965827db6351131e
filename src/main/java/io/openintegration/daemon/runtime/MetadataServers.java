package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.UserId;

/** Port: the way to metadata servers. Safe from any thread. */
public interface MetadataServers {

    /**
     * A connection to the server. It stays valid when the server stops and starts; calls in between fail.
     *
     * @param user in whose name it will be called
     * @throws MetadataStoreException {@code OMAG-MULTI-TENANT-404-001} where the server is not available now
     */
    MetadataStore connect(MetadataServerRef server, UserId user);
}
