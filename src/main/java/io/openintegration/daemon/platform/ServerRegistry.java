package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.ConfigurationMessage;
import io.openintegration.daemon.configuration.DocumentDirectory;
import io.openintegration.daemon.configuration.DocumentReader;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The named servers of this platform: known ones have a configuration document, active ones are started. Starts and stops
 * happen one at a time; questions never wait for them.
 */
@Singleton
@DependsOn({"AuditService", "ConnectorRegistry"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ServerRegistry {

    @Inject
    private DocumentDirectory documents;

    @Inject
    private DocumentReader reader;

    @Inject
    private ActiveStores stores;

    @Inject
    private ServerLauncher launcher;

    @EJB
    private ConnectorRegistry connectors;

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Map<ServerName, RunningServer> running = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /**
     * Starts a server from its configuration document; one that is started already is stopped before.
     *
     * @return the services that it now runs
     * @throws ConfigurationException where there is no document ({@code SERVER-CONFIGURATION-404-001}), or it has mistakes
     *     ({@code SERVER-CONFIGURATION-400-001}); a server that was started goes on as it was
     */
    public List<String> start(ServerName server, UserId user) {
        oneAtATime.lock();
        try {
            requireKnown(server, user);
            if (closing) {
                throw notActive(server, user);
            }
            ServerConfiguration configuration = reader.read(server, documents.read(server));
            stopNow(server);
            RunningServer started = launcher.launch(configuration);
            running.put(server, started);
            return started.services();
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Stops a server.
     *
     * @throws ServerUnavailableException {@code OMAG-MULTI-TENANT-404-001} where it is not started
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where it is not known
     */
    public void stop(ServerName server, UserId user) {
        oneAtATime.lock();
        try {
            if (!running.containsKey(server)) {
                throw notActive(server, user);
            }
            stopNow(server);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** The servers that have a configuration document, in the order of their names. */
    public List<ServerName> known() {
        return documents.servers();
    }

    /** The servers that are started, in the order of their names. */
    public List<ServerName> active() {
        return running.keySet().stream()
                .sorted(Comparator.comparing(ServerName::value))
                .toList();
    }

    /** The type that a server's document gives it; used to start metadata access stores before daemons. */
    public ServerType typeOf(ServerName server) {
        return reader.read(server, documents.read(server)).type();
    }

    /**
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where the server has no document
     */
    public void requireKnown(ServerName server, UserId user) {
        if (!documents.knows(server)) {
            throw new ConfigurationException(ConfigurationMessage.UNKNOWN_SERVER.with(server, user));
        }
    }

    /**
     * Makes sure that an integration daemon of this name is started.
     *
     * @throws ServerUnavailableException {@code OMAG-MULTI-TENANT-404-001} where it is not, {@code -002} where the server
     *     is of another type
     * @throws ConfigurationException where it is not known
     */
    public void requireDaemon(ServerName server, UserId user) {
        require(server, user, ServerType.INTEGRATION_DAEMON, "Integration Daemon Services");
    }

    /** The same for a metadata access store, and its content. The failures are those of {@link #requireDaemon}. */
    public StoreAccess requireStore(ServerName server, UserId user) {
        RunningServer found = require(server, user, ServerType.METADATA_ACCESS_STORE, "Open Metadata Store");
        int pageSize = found.configuration().maxPageSize();
        return new StoreAccess(stores.require(server, user), pageSize == 0 ? Integer.MAX_VALUE : pageSize);
    }

    /** What to say of a server that is not started. */
    public ServerUnavailableException notActive(ServerName server, UserId user) {
        requireKnown(server, user);
        return new ServerUnavailableException(MetadataMessage.SERVER_NOT_AVAILABLE.with(server, user));
    }

    /** Stops everything, daemons before the stores that they write to. */
    @PreDestroy
    void stopAll() {
        closing = true;
        connectors.beginStop();
        oneAtATime.lock();
        try {
            stopEach();
        } finally {
            oneAtATime.unlock();
        }
    }

    private void stopEach() {
        running.values().stream()
                .sorted(Comparator.comparing(
                        (RunningServer server) -> server.configuration().type()))
                .map(RunningServer::name)
                .toList()
                .forEach(this::stopNow);
    }

    private RunningServer require(ServerName server, UserId user, ServerType type, String service) {
        RunningServer found = running.get(server);
        if (found == null) {
            throw notActive(server, user);
        }
        ServerType actual = found.configuration().type();
        if (actual != type) {
            throw new ServerUnavailableException(MetadataMessage.SERVICE_NOT_IN_SERVER.with(service, server, user));
        }
        return found;
    }

    private void stopNow(ServerName server) {
        RunningServer stopping = running.remove(server);
        if (stopping != null) {
            launcher.stop(stopping);
        }
    }
}
