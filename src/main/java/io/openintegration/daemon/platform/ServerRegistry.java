package io.openintegration.daemon.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStore;
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
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * The named servers of this platform: known ones have a configuration document, active ones are started. Starts, stops and
 * changes happen one at a time ({@link OneAtATime#inTurn}); questions never wait for them.
 */
@Singleton
@DependsOn({"AuditService", "ConnectorRegistry"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ServerRegistry {

    @Inject
    private ServerDocuments documents;

    @Inject
    private ActiveStores stores;

    @Inject
    private ServerLauncher launcher;

    @Inject
    private ServerChange serverChange;

    @Inject
    private MissingServers missing;

    @Inject
    private Clock clock;

    @EJB
    private ConnectorRegistry connectors;

    private final OneAtATime oneAtATime = new OneAtATime(Duration.ofSeconds(15));
    private final StartedServers servers = new StartedServers();
    private volatile boolean closing;

    /**
     * Starts a server from its configuration document; one that is started already is stopped before.
     *
     * @return the services that it now runs
     * @throws ConfigurationException where there is no document ({@code SERVER-CONFIGURATION-404-001}), or it has mistakes
     *     ({@code SERVER-CONFIGURATION-400-001}); a server that was started goes on as it was
     */
    public List<String> start(ServerName server, UserId user) {
        return oneAtATime.inTurn(() -> {
            missing.takenOver(server);
            return startNow(documents.stored(server, user), user);
        });
    }

    /**
     * As {@link #start(ServerName, UserId)} for a start-up server that waits for the end of an outage.
     *
     * @return whether it did; false where it does not wait any more, since an operator has started or stopped it
     */
    public boolean startWaiting(ServerName server, UserId user) {
        return oneAtATime.inTurn(() -> {
            boolean waits = missing.waits(server);
            if (waits) {
                startNow(documents.stored(server, user), user);
            }
            return waits;
        });
    }

    /**
     * Starts a server with a configuration that was handed over, whatever its document says. Nothing is stored: the next
     * start from the document, and {@link #apply}, read that. Otherwise as {@link #start(ServerName, UserId)}.
     *
     * @param configuration see {@link #read}
     */
    public List<String> start(ServerConfiguration configuration, UserId user) {
        return oneAtATime.inTurn(() -> {
            missing.takenOver(configuration.name());
            return startNow(configuration, user);
        });
    }

    /**
     * Reads a document that was handed over for a server, as strictly as a stored one; masks in it stand for the secrets of
     * the stored one. Nothing is changed.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-400-001} where it has mistakes, or belongs to another
     *     server
     */
    public ServerConfiguration read(ServerName server, ObjectNode document) {
        return documents.read(server, document);
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
        return change(server, user, ConnectorSelection.ALL, (present, document) -> document)
                .orElseThrow(() -> notActive(server, user));
    }

    /**
     * As {@link #apply(ServerName, UserId)} for one connector: changed, added, or removed as the document has it.
     * Everything else stays as it is, also where the document has other changes. For a server that is not started,
     * nothing is done: its next start reads the document.
     *
     * @return {@link ServerApplyReport#NOT_ACTIVE} for a server that is not started
     */
    public ServerApplyReport applyConnector(ServerName server, UserId user, ConnectorName connector) {
        return change(
                        server,
                        user,
                        ConnectorSelection.of(connector),
                        (present, document) -> present.withConnectorOf(document, connector))
                .orElse(ServerApplyReport.NOT_ACTIVE);
    }

    /**
     * Stops a server.
     *
     * @throws ServerUnavailableException {@code OMAG-MULTI-TENANT-404-001} where it is not started
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where it is not known
     */
    public void stop(ServerName server, UserId user) {
        oneAtATime.inTurn(() -> {
            missing.givenUp(server);
            return stopNow(servers.find(server).orElseThrow(() -> notActive(server, user)));
        });
    }

    /**
     * Stops all servers, daemons before the stores that they write to.
     *
     * @return those that were started, in the order of their names
     */
    public List<ServerName> stopAll() {
        return oneAtATime.inTurn(() -> {
            missing.givenUp();
            return stopAllNow();
        });
    }

    /**
     * Stops a server, if it is started, and forgets that it ever was. Its document stays, so it can be started again.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where it is not known
     */
    public void forget(ServerName server, UserId user) {
        oneAtATime.inTurn(() -> {
            missing.givenUp(server);
            if (servers.history(server).isEmpty()) {
                requireKnown(server, user);
            }
            servers.find(server).ifPresent(this::stopNow);
            servers.forget(server);
            return server;
        });
    }

    /** The servers that have a configuration document, in the order of their names. */
    public List<ServerName> known() {
        return documents.servers();
    }

    /** Whether the server has a configuration document, or was started since the platform was. */
    public boolean isKnown(ServerName server) {
        return servers.history(server).isPresent() || documents.has(server);
    }

    /** The servers that are started, in the order of their names. */
    public List<ServerName> active() {
        return servers.active().stream().map(RunningServer::name).toList();
    }

    /**
     * What is known of a server now. Never waits, not for starts and stops either.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where it has no document and was never started
     */
    public ServerStatus statusOf(ServerName server, UserId user) {
        return servers.history(server)
                .map(history -> history.statusOf(server))
                .orElseGet(() -> documents.statusOf(server, user));
    }

    /** The type that a server's document gives it; used to start metadata access stores before daemons. */
    public ServerType typeOf(ServerName server) {
        return documents.typeOf(server);
    }

    /** @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where the server has no document */
    public void requireKnown(ServerName server, UserId user) {
        documents.require(server, user);
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
        EmbeddedMetadataStore store = stores.require(server, user);
        return new StoreAccess(store, store.content(), store.events(), pageSize == 0 ? Integer.MAX_VALUE : pageSize);
    }

    /**
     * The configuration that is in force in a server.
     *
     * @throws ServerUnavailableException {@code OMAG-MULTI-TENANT-404-001} where it is not started
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-404-001} where it is not known
     */
    public ServerConfiguration configurationOf(ServerName server, UserId user) {
        return servers.find(server).map(RunningServer::configuration).orElseThrow(() -> notActive(server, user));
    }

    /** The audit log of a server; empty where it is not started. */
    public Optional<AuditLog> auditLogOf(ServerName server) {
        return servers.find(server).map(RunningServer::auditLog);
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
        // before its turn: a start that takes long must not keep the connectors of other servers from ending
        connectors.beginStop();
        oneAtATime.atAnyTime(this::stopAllNow);
    }

    private RunningServer require(ServerName server, UserId user, ServerType type, String service) {
        RunningServer found = servers.find(server).orElseThrow(() -> notActive(server, user));
        if (found.configuration().type() != type) {
            throw new ServerUnavailableException(MetadataMessage.SERVICE_NOT_IN_SERVER.with(service, server, user));
        }
        return found;
    }

    private List<String> startNow(ServerConfiguration configuration, UserId user) {
        ServerName server = configuration.name();
        if (closing) {
            throw notActive(server, user);
        }
        servers.find(server).ifPresent(this::stopNow);
        servers.starting(server, configuration.type());
        try {
            RunningServer started = launcher.launch(configuration);
            servers.started(started);
            return started.services();
        } catch (RuntimeException e) {
            servers.ended(server, clock.instant());
            throw e;
        }
    }

    private List<ServerName> stopAllNow() {
        List<ServerName> stopped = active();
        connectors.beginStop();
        servers.active().stream()
                .sorted(Comparator.comparing(server -> server.configuration().type()))
                .forEach(this::stopNow);
        return stopped;
    }

    private RunningServer stopNow(RunningServer server) {
        servers.stopping(server.name());
        launcher.stop(server);
        servers.ended(server.name(), clock.instant());
        return server;
    }

    /**
     * @param wanted made of the configuration in force and that of the document
     * @return empty where the server is not started
     */
    private Optional<ServerApplyReport> change(
            ServerName server, UserId user, ConnectorSelection selection, BinaryOperator<ServerConfiguration> wanted) {
        return oneAtATime.inTurn(() -> {
            requireKnown(server, user);
            return servers.find(server).map(present -> {
                ServerConfiguration document = documents.stored(server, user);
                serverChange.requireSameType(present, document);
                ServerConfiguration next = wanted.apply(present.configuration(), document);
                ServerApplyReport report = serverChange.apply(present, next, selection, user);
                servers.changed(present.with(next));
                return report;
            });
        });
    }
}
