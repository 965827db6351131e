package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.persistence.DaemonDatabase;
import io.openintegration.daemon.persistence.JdbiLease;
import io.openintegration.daemon.persistence.JdbiLedgers;
import io.openintegration.daemon.persistence.JdbiRunHistory;
import io.openintegration.daemon.persistence.JdbiTargetStates;
import io.openintegration.daemon.runtime.ConnectorProviders;
import io.openintegration.daemon.runtime.DaemonDuty;
import io.openintegration.daemon.runtime.DaemonEnvironment;
import io.openintegration.daemon.runtime.DaemonState;
import io.openintegration.daemon.runtime.IntegrationDaemon;
import io.openintegration.daemon.runtime.Lease;
import io.openintegration.daemon.runtime.MetadataServers;
import io.openintegration.daemon.runtime.MonotonicClock;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.runtime.Timing;
import io.openintegration.daemon.runtime.WorkerPool;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
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

    /** Of this start of this node. */
    private static final String NODE = UUID.randomUUID().toString();

    @Inject
    private Clock clock;

    @Inject
    private PlatformSettings settings;

    @Inject
    private ConnectorProviders providers;

    @Inject
    private DaemonDatabase database;

    @Inject
    private ActiveStores stores;

    @Inject
    private Event<RunEnded> runEnded;

    @Inject
    private Event<ConnectorRecovered> recovered;

    DaemonDuty assemble(ServerConfiguration configuration, AuditLog auditLog, WorkerPool workers) {
        if (!database.canBeShared()) {
            return duty(configuration, auditLog, workers, Lease.SOLE, database, stores);
        }
        JdbiLease lease =
                new JdbiLease(database, configuration.name(), NODE, settings.leaseDuration(), MONOTONIC, clock);
        return duty(
                configuration,
                auditLog,
                workers,
                lease,
                database.guardedBy(lease.guard()),
                stores.guardedBy(lease.guard()));
    }

    private DaemonDuty duty(
            ServerConfiguration configuration,
            AuditLog auditLog,
            WorkerPool workers,
            Lease lease,
            DaemonDatabase own,
            MetadataServers metadataServers) {
        DaemonEnvironment environment = new DaemonEnvironment(
                providers,
                metadataServers,
                new JdbiLedgers(own),
                settings.fileAccess(),
                workers,
                observed(auditLog, configuration.name()),
                new Timing(clock, MONOTONIC, RandomGenerator.getDefault(), GRACE, settings.stuckAfter()),
                new DaemonState(
                        new JdbiTargetStates(own), new ObservedRunHistory(new JdbiRunHistory(own), runEnded::fire)),
                lease);
        return new DaemonDuty(
                configuration, lease, wanted -> new IntegrationDaemon(wanted, environment), auditLog, STOP_LIMIT);
    }

    private AuditLog observed(AuditLog auditLog, ServerName daemon) {
        return new ObservedAuditLog(auditLog, message -> {
            if (message.definition() == RuntimeMessage.RECOVERED) {
                recovered.fire(new ConnectorRecovered(daemon));
            }
        });
    }
}
