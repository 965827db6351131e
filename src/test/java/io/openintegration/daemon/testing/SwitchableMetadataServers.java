package io.openintegration.daemon.testing;

import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.MetadataServers;

/** One metadata server that can be switched off and on. */
public final class SwitchableMetadataServers implements MetadataServers {

    private final MetadataStore store;
    private volatile boolean started;
    private volatile Runnable onConnect = () -> {};

    public SwitchableMetadataServers(MetadataStore store, boolean started) {
        this.store = store;
        this.started = started;
    }

    public void start() {
        started = true;
    }

    public void stop() {
        started = false;
    }

    /** What happens while somebody connects. */
    public void onConnect(Runnable step) {
        onConnect = step;
    }

    @Override
    public MetadataStore connect(MetadataServerRef server, UserId user) {
        onConnect.run();
        if (!started) {
            throw new MetadataStoreException(
                    MetadataStoreException.Kind.UNAVAILABLE,
                    MetadataMessage.SERVER_NOT_AVAILABLE.with(server.server(), user));
        }
        return store;
    }
}
