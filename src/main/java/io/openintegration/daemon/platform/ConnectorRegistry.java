package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.Ledgers;
import io.openintegration.daemon.runtime.ApplyReport;
import io.openintegration.daemon.runtime.ConnectorProviders;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.DaemonEnvironment;
import io.openintegration.daemon.runtime.IntegrationDaemon;
import io.openintegration.daemon.runtime.RequestReceipt;
import io.openintegration.daemon.runtime.RequestRefusedException;
import io.openintegration.daemon.runtime.ServiceReport;
import io.openintegration.daemon.runtime.WorkerPool;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The connectors of all running integration daemons, by server name. Every method returns at once, but for {@link #stop}.
 */
@Singleton
@DependsOn("AuditService")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ConnectorRegistry {

    /** Together below the ten seconds in which a server must have stopped. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(9);

    @Resource
    private ManagedScheduledExecutorService timer;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Clock clock;

    @Inject
    private PlatformSettings settings;

    @Inject
    private Ledgers ledgers;

    @Inject
    private ActiveStores stores;

    private final Map<ServerName, RunningDaemon> daemons = new ConcurrentHashMap<>();

    /** A daemon with what keeps it going. */
    private record RunningDaemon(IntegrationDaemon daemon, WorkerPool workers, ScheduledFuture<?> ticks) {}

    /** Starts a daemon: sets up its services, and lets its connectors start. */
    public void start(ServerConfiguration configuration, AuditLog auditLog) {
        WorkerPool workers = new WorkerPool(threads, settings.parallelCalls());
        IntegrationDaemon daemon = new IntegrationDaemon(
                configuration,
                new DaemonEnvironment(
                        new ConnectorProviders(ServiceLoader.load(IntegrationConnectorProvider.class)),
                        stores,
                        ledgers,
                        settings.fileAccess(),
                        workers,
                        auditLog,
                        clock,
                        GRACE));
        ScheduledFuture<?> ticks = timer.scheduleWithFixedDelay(daemon::tick, 1, 1, TimeUnit.SECONDS);
        daemons.put(configuration.name(), new RunningDaemon(daemon, workers, ticks));
        daemon.start();
    }

    /**
     * Goes over to a changed configuration of a daemon; see {@link IntegrationDaemon#apply}.
     *
     * @return empty where no such daemon runs here
     */
    public Optional<ApplyReport> apply(ServerConfiguration changed) {
        return Optional.ofNullable(daemons.get(changed.name()))
                .map(running -> running.daemon().apply(changed));
    }

    /** Tells the connectors of all daemons to stop, so that several stops take no longer than one. */
    public void beginStop() {
        daemons.values().forEach(running -> {
            running.ticks().cancel(false);
            running.daemon().beginStop();
        });
    }

    /** Stops a daemon's connectors; within ten seconds, whatever they do. */
    public void stop(ServerName server) {
        RunningDaemon running = daemons.remove(server);
        if (running == null) {
            return;
        }
        running.ticks().cancel(false);
        try {
            running.daemon().stop(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.workers().close();
        }
    }

    /** The daemon's connectors by integration service; empty where no such daemon runs here. Takes no lock. */
    public Optional<List<ServiceReport>> status(ServerName daemon) {
        return Optional.ofNullable(daemons.get(daemon))
                .map(running -> running.daemon().status());
    }

    /**
     * Restarts connectors; see {@link IntegrationDaemon#restart}.
     *
     * @return empty where no such daemon runs here
     * @throws RequestRefusedException where the daemon does not have what the selection names
     */
    public Optional<RequestReceipt> restart(ServerName daemon, ConnectorSelection selection) {
        return Optional.ofNullable(daemons.get(daemon))
                .map(running -> running.daemon().restart(selection));
    }

    /**
     * Refreshes connectors; see {@link IntegrationDaemon#refresh}.
     *
     * @return empty where no such daemon runs here
     * @throws RequestRefusedException where the daemon does not have what the selection names, or cannot refresh it
     */
    public Optional<RequestReceipt> refresh(ServerName daemon, ConnectorSelection selection) {
        return Optional.ofNullable(daemons.get(daemon))
                .map(running -> running.daemon().refresh(selection));
    }
}
