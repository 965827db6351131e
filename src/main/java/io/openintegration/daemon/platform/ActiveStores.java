package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ConfigurationMessage;
import io.openintegration.daemon.configuration.DocumentDirectory;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.CommitGuard;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.MetadataServers;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The metadata access stores of this platform that are started, for daemons on the same platform. */
@ApplicationScoped
public class ActiveStores implements MetadataServers {

    private final Map<ServerName, EmbeddedMetadataStore> stores = new ConcurrentHashMap<>();
    private final DocumentDirectory documents;

    @Inject
    public ActiveStores(DocumentDirectory documents) {
        this.documents = documents;
    }

    /** For the container's proxy only. */
    protected ActiveStores() {
        this(null);
    }

    void started(ServerName server, EmbeddedMetadataStore store) {
        stores.put(server, store);
    }

    void stopped(ServerName server) {
        EmbeddedMetadataStore stopped = stores.remove(server);
        if (stopped != null) {
            stopped.close();
        }
    }

    @Override
    public MetadataStore connect(MetadataServerRef ref, UserId user) {
        require(ref.server(), user);
        return new StoreConnection(ref.server(), this::require);
    }

    /** The same servers for a daemon that may write only as long as the guard lets it. */
    MetadataServers guardedBy(CommitGuard guard) {
        return (ref, user) -> {
            require(ref.server(), user);
            return new StoreConnection(
                    ref.server(), (server, caller) -> require(server, caller).guardedBy(guard));
        };
    }

    /**
     * The store, if it is started.
     *
     * @throws MetadataStoreException {@code OMAG-MULTI-TENANT-404-001} where it is not, {@code
     *     SERVER-CONFIGURATION-404-001} where this platform does not know it
     */
    EmbeddedMetadataStore require(ServerName server, UserId user) {
        EmbeddedMetadataStore store = stores.get(server);
        if (store == null) {
            throw new MetadataStoreException(MetadataStoreException.Kind.UNAVAILABLE, whyNot(server, user));
        }
        return store;
    }

    private Message whyNot(ServerName server, UserId user) {
        return documents.knows(server)
                ? MetadataMessage.SERVER_NOT_AVAILABLE.with(server, user)
                : ConfigurationMessage.UNKNOWN_SERVER.with(server, user);
    }
}
