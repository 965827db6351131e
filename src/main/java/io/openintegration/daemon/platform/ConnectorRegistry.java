package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.ApplyReport;
import io.openintegration.daemon.runtime.Backlog;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.DaemonDuty;
import io.openintegration.daemon.runtime.DutyReport;
import io.openintegration.daemon.runtime.OperatedDaemon;
import io.openintegration.daemon.runtime.WorkerPool;
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
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The integration daemons that are started here, by server name, with what keeps them going. Every method returns at once, but
 * for {@link #start}, {@link #stop}, and {@link #apply} on a node that stands by, which waits for the database.
 */
@Singleton
@DependsOn("AuditService")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ConnectorRegistry {

    /** By no more than this, and what a look at all connectors takes, a connector is late while there are places for it. */
    private static final Duration TICK = Duration.ofMillis(250);

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Resource
    private ManagedScheduledExecutorService timer;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private PlatformSettings settings;

    @Inject
    private DaemonAssembly assembly;

    private WorkerPool workers;
    private final Map<ServerName, RunningDaemon> daemons =
            new ConcurrentSkipListMap<>(Comparator.comparing(ServerName::value));

    /** A daemon with what keeps it going. */
    private record RunningDaemon(DaemonDuty duty, List<ScheduledFuture<?>> timers) {

        private void cancelTimers() {
            timers.forEach(scheduled -> scheduled.cancel(false));
        }
    }

    /** Ends what the connectors of stopped daemons may have left behind. */
    @PreDestroy
    synchronized void close() {
        if (workers != null) {
            workers.close();
        }
    }

    /** Starts a daemon, or lets this node stand by for it where another node runs it. */
    public void start(ServerConfiguration configuration, AuditLog auditLog) {
        DaemonDuty duty = assembly.assemble(configuration, auditLog, workers());
        duty.watch();
        daemons.put(
                configuration.name(),
                new RunningDaemon(
                        duty,
                        List.of(
                                every(TICK, duty::tick),
                                every(A_SECOND, duty::keepWatch),
                                every(A_SECOND, duty::exchange))));
    }

    /**
     * Goes over to a changed configuration of a daemon; see {@link DaemonDuty#apply}.
     *
     * @return empty where no such daemon is started here
     */
    public Optional<ApplyReport> apply(ServerConfiguration changed, ConnectorSelection selection, UserId by) {
        return Optional.ofNullable(daemons.get(changed.name()))
                .map(running -> running.duty().apply(changed, selection, by));
    }

    /** Tells the connectors of all daemons to stop, so that several stops take no longer than one. */
    public void beginStop() {
        daemons.values().forEach(running -> {
            running.cancelTimers();
            running.duty().beginStop();
        });
    }

    /** Stops a daemon's connectors; within ten seconds, whatever they do. */
    public void stop(ServerName server) {
        RunningDaemon running = daemons.remove(server);
        if (running != null) {
            running.cancelTimers();
            running.duty().stop();
        }
    }

    /** The daemon of that name, whichever node runs its connectors; empty where no such daemon is started here. */
    public Optional<OperatedDaemon> find(ServerName daemon) {
        return Optional.ofNullable(daemons.get(daemon))
                .map(running -> running.duty().operated());
    }

    /** All daemons that are started here, whichever node runs their connectors, in the order of their names. */
    public List<OperatedDaemon> started() {
        return daemons.values().stream()
                .map(running -> running.duty().operated())
                .toList();
    }

    /** What this node does for the daemon of that name; empty where no such daemon is started here. Never waits. */
    public Optional<DutyReport> duty(ServerName daemon) {
        return Optional.ofNullable(daemons.get(daemon))
                .map(running -> running.duty().report());
    }

    /** What the connectors of all daemons of this node wait for. */
    public Backlog backlog() {
        return workers().backlog();
    }

    /** One pool for all daemons: the limits are the node's. */
    private synchronized WorkerPool workers() {
        if (workers == null) {
            workers = new WorkerPool(threads, settings.parallelLimits(), DaemonAssembly.MONOTONIC);
        }
        return workers;
    }

    private ScheduledFuture<?> every(Duration interval, Runnable work) {
        return timer.scheduleWithFixedDelay(work, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }
}
