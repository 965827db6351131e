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
import io.openintegration.daemon.spi.ConnectorName;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;

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

    @Inject
    private ServerChange serverChange;

    @Inject
    private Clock clock;

    @EJB
    private ConnectorRegistry connectors;

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Map<ServerName, RunningServer> running = new ConcurrentHashMap<>();
    private final ServerHistories histories = new ServerHistories();
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
            return startNow(documentOf(server, user), user);
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Starts a server with a configuration that was handed over, whatever its document says; its next start from the
     * document reads that. Otherwise as {@link #start(ServerName, UserId)}.
     *
     * @see #read
     */
    public List<String> start(ServerConfiguration configuration, UserId user) {
        oneAtATime.lock();
        try {
            return startNow(configuration, user);
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Reads a document that was handed over for a server, as strictly as a stored one. Nothing is changed.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-400-001} where it has mistakes, or belongs to another
     *     server
     */
    public ServerConfiguration read(ServerName server, String document) {
        return reader.read(server, document);
    }

    /**
     * Brings a server that is started in line with its document, restarting only the connectors whose configuration
     * changed. Does not wait for them.
     *
     * @throws ServerUnavailableException {@code OMAG-MULTI-TENANT-404-001} where it is not started
     * @throws ConfigurationException as for {@link #start(ServerName, UserId)}, and {@code SERVER-CONFIGURATION-409-030}
     *     where the document makes it a server of another type; the server goes on as it was
     */
    public ServerApplyReport apply(ServerName server, UserId user) {
        return change(server, user, (present, document) -> document).orElseThrow(() -> notActive(server, user));
    }

    /**
     * As {@link #apply(ServerName, UserId)} for one connector: changed, added, or removed as the document has it.
     * Everything else stays as it is, also where the document has other changes. For a server that is not started,
     * nothing is done: its next start reads the document.
     */
    public ServerApplyReport applyConnector(ServerName server, UserId user, ConnectorName connector) {
        return change(server, user, (present, document) -> present.withConnectorOf(document, connector))
                .orElse(ServerApplyReport.NOT_ACTIVE);
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

    /**
     * Stops all servers, daemons before the stores that they write to.
     *
     * @return those that were started
     */
    public List<ServerName> stopAll() {
        oneAtATime.lock();
        try {
            List<ServerName> stopped = active();
            connectors.beginStop();
            stopEach();
            return stopped;
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Stops a server, if it is started, and forgets that it ever was. Its document stays, so it can be started again.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where it is not known
     */
    public void forget(ServerName server, UserId user) {
        oneAtATime.lock();
        try {
            if (histories.find(server).isEmpty()) {
                requireKnown(server, user);
            }
            stopNow(server);
            histories.forget(server);
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * What is known of a server now. Never waits, not for starts and stops either.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where it has no document and was never started
     */
    public ServerStatus statusOf(ServerName server, UserId user) {
        Optional<ServerHistory> history = histories.find(server);
        if (history.isEmpty()) {
            requireKnown(server, user);
            return new ServerStatus(server, documentedType(server), ServerActiveStatus.INACTIVE, List.of(), List.of());
        }
        List<String> services = Optional.ofNullable(running.get(server))
                .map(RunningServer::services)
                .orElse(List.of());
        ServerHistory known = history.get();
        return new ServerStatus(server, Optional.of(known.type()), known.status(), services, known.runs());
    }

    /** Whether the server has a configuration document, or was started since the platform was. */
    public boolean isKnown(ServerName server) {
        return histories.find(server).isPresent() || documents.knows(server);
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

    /** Stops everything, and starts nothing any more. */
    @PreDestroy
    void close() {
        closing = true;
        // before the lock: a start that hangs must not keep the connectors of others from ending
        connectors.beginStop();
        stopAll();
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

    private List<String> startNow(ServerConfiguration configuration, UserId user) {
        ServerName server = configuration.name();
        if (closing) {
            throw notActive(server, user);
        }
        stopNow(server);
        histories.starting(server, configuration.type());
        try {
            RunningServer started = launcher.launch(configuration);
            running.put(server, started);
            histories.started(server, started.startTime());
            return started.services();
        } catch (RuntimeException e) {
            histories.notStarted(server);
            throw e;
        }
    }

    private void stopNow(ServerName server) {
        RunningServer stopping = running.remove(server);
        if (stopping != null) {
            histories.stopping(server);
            launcher.stop(stopping);
            histories.stopped(server, clock.instant());
        }
    }

    /** Empty where the server is not started; then the document is not read either. */
    private Optional<ServerApplyReport> change(
            ServerName server, UserId user, BinaryOperator<ServerConfiguration> wantedOfPresentAndDocument) {
        oneAtATime.lock();
        try {
            RunningServer present = running.get(server);
            if (present == null) {
                requireKnown(server, user);
                return Optional.empty();
            }
            ServerConfiguration document = documentOf(server, user);
            serverChange.requireSameType(present, document);
            ServerConfiguration wanted = wantedOfPresentAndDocument.apply(present.configuration(), document);
            ServerApplyReport report = serverChange.apply(present, wanted, user);
            running.put(server, present.with(wanted));
            return Optional.of(report);
        } finally {
            oneAtATime.unlock();
        }
    }

    private ServerConfiguration documentOf(ServerName server, UserId user) {
        requireKnown(server, user);
        return reader.read(server, documents.read(server));
    }

    private Optional<ServerType> documentedType(ServerName server) {
        try {
            return Optional.of(typeOf(server));
        } catch (ConfigurationException e) {
            // its mistakes are told when somebody starts it
            return Optional.empty();
        }
    }
}
