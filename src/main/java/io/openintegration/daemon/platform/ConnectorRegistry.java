package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.Ledgers;
import io.openintegration.daemon.runtime.ApplyReport;
import io.openintegration.daemon.runtime.ConnectorProviders;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.DaemonEnvironment;
import io.openintegration.daemon.runtime.DaemonState;
import io.openintegration.daemon.runtime.IntegrationDaemon;
import io.openintegration.daemon.runtime.RequestId;
import io.openintegration.daemon.runtime.RequestReceipt;
import io.openintegration.daemon.runtime.ServiceReport;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.Timing;
import io.openintegration.daemon.runtime.WorkerPool;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import jakarta.annotation.PreDestroy;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

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
    private ConnectorProviders providers;

    @Inject
    private Ledgers ledgers;

    @Inject
    private ActiveStores stores;

    @Inject
    private DaemonState state;

    private WorkerPool workers;
    private final Map<ServerName, RunningDaemon> daemons = new ConcurrentHashMap<>();

    /** A daemon with what keeps it going. */
    private record RunningDaemon(IntegrationDaemon daemon, ScheduledFuture<?> ticks) {}

    /** Ends what the connectors of stopped daemons may have left behind. */
    @PreDestroy
    synchronized void close() {
        if (workers != null) {
            workers.close();
        }
    }

    /** Starts a daemon: sets up its services, and lets its connectors start. */
    public void start(ServerConfiguration configuration, AuditLog auditLog) {
        IntegrationDaemon daemon = new IntegrationDaemon(
                configuration,
                new DaemonEnvironment(
                        providers, stores, ledgers, settings.fileAccess(), workers(), auditLog, timing(), state));
        ScheduledFuture<?> ticks = timer.scheduleWithFixedDelay(daemon::tick, 1, 1, TimeUnit.SECONDS);
        daemons.put(configuration.name(), new RunningDaemon(daemon, ticks));
        daemon.start();
    }

    /**
     * Goes over to a changed configuration of a daemon; see {@link IntegrationDaemon#apply}.
     *
     * @return empty where no such daemon runs here
     */
    public Optional<ApplyReport> apply(ServerConfiguration changed) {
        return find(changed.name()).map(daemon -> daemon.apply(changed));
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
        }
    }

    /** The daemon's connectors by integration service; empty where no such daemon runs here. Takes no lock. */
    public Optional<List<ServiceReport>> status(ServerName daemon) {
        return find(daemon).map(IntegrationDaemon::status);
    }

    /**
     * Restarts connectors; see {@link IntegrationDaemon#restart}.
     *
     * @return empty where no such daemon runs here
     */
    public Optional<RequestReceipt> restart(ServerName daemon, ConnectorSelection selection, UserId by) {
        return find(daemon).map(found -> found.restart(selection, by));
    }

    /**
     * Refreshes connectors; see {@link IntegrationDaemon#refresh}.
     *
     * @return empty where no such daemon runs here
     */
    public Optional<RequestReceipt> refresh(ServerName daemon, ConnectorSelection selection, UserId by) {
        return find(daemon).map(found -> found.refresh(selection, by));
    }

    /**
     * Notes what connectors are to do from now on; see {@link IntegrationDaemon#setTarget}.
     *
     * @return empty where no such daemon runs here
     */
    public Optional<RequestReceipt> setTarget(
            ServerName daemon, ConnectorSelection selection, TargetState target, UserId by) {
        return find(daemon).map(found -> found.setTarget(selection, target, by));
    }

    /** What became of a request; empty where no such daemon runs here, or it does not know the request. */
    public Optional<RequestReceipt> request(ServerName daemon, RequestId id) {
        return find(daemon).flatMap(found -> found.request(id));
    }

    /** A refresh; empty where no such daemon runs here, or it does not know the refresh. */
    public Optional<RunReport> run(ServerName daemon, RunId id) {
        return find(daemon).flatMap(found -> found.run(id));
    }

    /** The refreshes that match, the one that began last first; empty where no such daemon runs here. */
    public Optional<List<RunReport>> runs(ServerName daemon, RunQuery query) {
        return find(daemon).map(found -> found.runs(query));
    }

    /**
     * Asks a refresh to end early, where the daemon runs here; see {@link IntegrationDaemon#cancel}.
     *
     * @return whether it does
     */
    public boolean cancel(ServerName daemon, RunId id, UserId by) {
        Optional<IntegrationDaemon> found = find(daemon);
        found.ifPresent(running -> running.cancel(id, by));
        return found.isPresent();
    }

    private Optional<IntegrationDaemon> find(ServerName daemon) {
        return Optional.ofNullable(daemons.get(daemon)).map(RunningDaemon::daemon);
    }

    /** One pool for all daemons: the limits are the node's. */
    private synchronized WorkerPool workers() {
        if (workers == null) {
            workers = new WorkerPool(threads, settings.parallelLimits());
        }
        return workers;
    }

    private Timing timing() {
        return new Timing(
                clock,
                () -> Duration.ofNanos(System.nanoTime()),
                RandomGenerator.getDefault(),
                GRACE,
                settings.stuckAfter());
    }
}
