package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.persistence.DaemonDatabase;
import io.openintegration.daemon.persistence.JdbiChangeLists;
import io.openintegration.daemon.persistence.JdbiCommandDesk;
import io.openintegration.daemon.persistence.JdbiLease;
import io.openintegration.daemon.persistence.JdbiLedgers;
import io.openintegration.daemon.persistence.JdbiLineageInboxes;
import io.openintegration.daemon.persistence.JdbiNodeBoard;
import io.openintegration.daemon.persistence.JdbiPlans;
import io.openintegration.daemon.persistence.JdbiRunHistory;
import io.openintegration.daemon.persistence.JdbiTargetStates;
import io.openintegration.daemon.runtime.ApplyReport;
import io.openintegration.daemon.runtime.Chronicle;
import io.openintegration.daemon.runtime.CommandDesk;
import io.openintegration.daemon.runtime.ConnectorProviders;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.DaemonDuty;
import io.openintegration.daemon.runtime.DaemonEnvironment;
import io.openintegration.daemon.runtime.DaemonState;
import io.openintegration.daemon.runtime.IntegrationDaemon;
import io.openintegration.daemon.runtime.Lease;
import io.openintegration.daemon.runtime.LineageDoor;
import io.openintegration.daemon.runtime.MetadataServers;
import io.openintegration.daemon.runtime.MonotonicClock;
import io.openintegration.daemon.runtime.Node;
import io.openintegration.daemon.runtime.NodeBoard;
import io.openintegration.daemon.runtime.NodeEnvironment;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.runtime.ThirdPartyAccess;
import io.openintegration.daemon.runtime.Timing;
import io.openintegration.daemon.runtime.WorkerPool;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.spi.JdbcDrivers;
import io.openintegration.daemon.store.remote.RemotePlatforms;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Puts a daemon together with the world around it. Where its database can be shared with other nodes, it runs by a lease, and all
 * that it writes there is guarded by it.
 */
@Dependent
public class DaemonAssembly {

    /** Together below the ten seconds in which a server must have stopped. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(9);

    static final MonotonicClock MONOTONIC = () -> Duration.ofNanos(System.nanoTime());

    /** How long a request waits on a node that stands by. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of this start of this node. */
    private static final String NODE = UUID.randomUUID().toString();

    @Inject
    private Clock clock;

    @Inject
    private PlatformSettings settings;

    @Inject
    private ConnectorProviders providers;

    @Inject
    private JdbcDrivers drivers;

    // looked up when needed: it cannot be made while the database is away
    @Inject
    private Instance<DaemonDatabase> databases;

    @Inject
    private ActiveStores stores;

    @Inject
    private RemotePlatforms remotePlatforms;

    @Inject
    private Event<RunEnded> runEnded;

    @Inject
    private Event<ConnectorRecovered> recovered;

    @EJB
    private ServerRegistry servers;

    DaemonDuty assemble(ServerConfiguration configuration, AuditLog log, WorkerPool workers) {
        AuditLog auditLog = observed(log, configuration.name());
        DaemonDatabase database = databases.get();
        if (!database.canBeShared()) {
            NodeEnvironment alone = nodes(configuration.name(), Lease.SOLE, NodeBoard.SOLE, CommandDesk.SOLE);
            return duty(configuration, alone, environment(auditLog, workers, Lease.SOLE, database, stores));
        }
        JdbiLease lease =
                new JdbiLease(database, configuration.name(), NODE, settings.leaseDuration(), MONOTONIC, clock);
        DaemonDatabase guarded = database.guardedBy(lease.guard());
        NodeEnvironment nodes = nodes(
                configuration.name(),
                lease,
                new JdbiNodeBoard(database, guarded),
                new JdbiCommandDesk(database, guarded));
        return duty(
                configuration, nodes, environment(auditLog, workers, lease, guarded, stores.guardedBy(lease.guard())));
    }

    private static DaemonDuty duty(
            ServerConfiguration configuration, NodeEnvironment nodes, DaemonEnvironment environment) {
        return new DaemonDuty(
                configuration,
                nodes,
                wanted -> new IntegrationDaemon(wanted, environment),
                environment.auditLog(),
                STOP_LIMIT);
    }

    private NodeEnvironment nodes(ServerName daemon, Lease lease, NodeBoard board, CommandDesk desk) {
        return new NodeEnvironment(
                new Node(NODE, settings.host()),
                lease,
                board,
                desk,
                chronicle(databases.get(), new JdbiRunHistory(databases.get())),
                (selection, by) -> apply(daemon, selection, by),
                timing(),
                PATIENCE);
    }

    /** As if it had been asked for here: with the same checks, and the same audit record. */
    private ApplyReport apply(ServerName daemon, ConnectorSelection selection, UserId by) {
        return selection
                .connector()
                .map(connector -> servers.applyConnector(daemon, by, connector))
                .orElseGet(() -> servers.apply(daemon, by))
                .connectors();
    }

    private DaemonEnvironment environment(
            AuditLog auditLog, WorkerPool workers, Lease lease, DaemonDatabase own, MetadataServers here) {
        return new DaemonEnvironment(
                providers,
                new KnownMetadataServers(here, settings.remotePlatforms(), remotePlatforms),
                new JdbiLedgers(own),
                new ThirdPartyAccess(settings.fileAccess(), settings.connectionPolicy(), drivers),
                workers,
                auditLog,
                timing(),
                new DaemonState(
                        new JdbiTargetStates(own),
                        chronicle(own, new ObservedRunHistory(new JdbiRunHistory(own), runEnded::fire)),
                        new JdbiLineageInboxes(databases.get(), own, settings.lineageInbox())),
                lease,
                LineageDoor.CLOSED);
    }

    private static Chronicle chronicle(DaemonDatabase database, RunHistory runs) {
        return new Chronicle(runs, new JdbiPlans(database), new JdbiChangeLists(database));
    }

    private Timing timing() {
        return new Timing(clock, MONOTONIC, RandomGenerator.getDefault(), GRACE, settings.stuckAfter());
    }

    private AuditLog observed(AuditLog auditLog, ServerName daemon) {
        return new ObservedAuditLog(auditLog, message -> {
            if (message.definition() == RuntimeMessage.RECOVERED) {
                recovered.fire(new ConnectorRecovered(daemon));
            }
        });
    }
}
