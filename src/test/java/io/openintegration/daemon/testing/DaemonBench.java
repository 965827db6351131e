package io.openintegration.daemon.testing;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.ConnectorProviders;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.DaemonEnvironment;
import io.openintegration.daemon.runtime.DaemonState;
import io.openintegration.daemon.runtime.FileAccess;
import io.openintegration.daemon.runtime.IntegrationDaemon;
import io.openintegration.daemon.runtime.LineageDoor;
import io.openintegration.daemon.runtime.ParallelLimits;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.ThirdPartyAccess;
import io.openintegration.daemon.runtime.Timing;
import io.openintegration.daemon.runtime.WorkerPool;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** An integration daemon outside of any container, with everything around it in the test's hands. */
public final class DaemonBench {

    /** The operator who asks for things in tests. */
    public static final UserId OPERATOR = new UserId("operator");

    /** So long may a call give no sign of life. */
    public static final Duration STUCK_AFTER = Duration.ofMinutes(1);

    private static final String THREAD = "bench";
    private static final Duration BOUND = Duration.ofSeconds(20);

    public final SettableClock clock = new SettableClock();
    public final RecordingAuditLog auditLog = new RecordingAuditLog();
    public final InMemoryMetadataStore store = new InMemoryMetadataStore(clock);
    public final SwitchableMetadataServers metadataServers;
    public final InMemoryLedgers ledgers = new InMemoryLedgers();
    public final InMemoryTargetStates targets = new InMemoryTargetStates();
    public final InMemoryRunHistory runs = new InMemoryRunHistory();
    public final InMemoryLineageInboxes lineage = new InMemoryLineageInboxes();
    public final SwitchableLease lease = new SwitchableLease();

    /** Those of the worker pool. */
    public final HoldableThreads threads = new HoldableThreads(DaemonBench::thread);

    /** What gets later by chance; nothing does, unless the test says so. */
    public volatile RandomGenerator chance = () -> 0;

    private final ServerConfiguration configuration;
    private final WorkerPool workers;
    private final DaemonEnvironment environment;
    private volatile IntegrationDaemon daemon;

    /**
     * @param grace how long hanging calls are waited for
     * @param parallel how many connectors are called at a time
     */
    public DaemonBench(
            ServerConfiguration configuration,
            Iterable<IntegrationConnectorProvider> providers,
            Path files,
            boolean metadataServerStarted,
            Duration grace,
            int parallel) {
        this.configuration = configuration;
        this.metadataServers = new SwitchableMetadataServers(store, metadataServerStarted);
        this.workers = new WorkerPool(DaemonBench::thread, threads, ParallelLimits.of(parallel), clock);
        RandomGenerator anyChance = () -> chance.nextLong();
        this.environment = new DaemonEnvironment(
                new ConnectorProviders(providers),
                metadataServers,
                ledgers,
                ThirdPartyAccess.to(new FileAccess(files, List.of(), "bench-host")),
                workers,
                auditLog,
                new Timing(clock, clock, anyChance, grace, STUCK_AFTER),
                new DaemonState(targets, runs.chronicle(), lineage),
                lease,
                LineageDoor.CLOSED);
        this.daemon = new IntegrationDaemon(configuration, environment);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, THREAD);
        thread.setDaemon(true);
        return thread;
    }

    /** What the daemon was given. */
    public DaemonEnvironment environment() {
        return environment;
    }

    public IntegrationDaemon daemon() {
        return daemon;
    }

    /** Stops the daemon and starts another one of the first configuration, which has what was kept of this one. */
    public void restartServer() throws InterruptedException {
        daemon.stop(Duration.ofSeconds(5));
        daemon = new IntegrationDaemon(configuration, environment);
        daemon.start();
    }

    /** Lets time pass and the timer knock, once a second. */
    public void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.advance(Duration.ofSeconds(1));
            daemon.tick();
        }
    }

    /** Lets so much time pass at once, then the timer knock. */
    public void leap(Duration time) {
        clock.advance(time);
        daemon.tick();
    }

    public List<ConnectorReport> reports() {
        return daemon.status().stream()
                .flatMap(service -> service.connectors().stream())
                .toList();
    }

    public ConnectorReport report(String connector) {
        return reports().stream()
                .filter(report -> report.slot().name().value().equals(connector))
                .findFirst()
                .orElseThrow();
    }

    public ConnectorState state(String connector) {
        return report(connector).state();
    }

    /** The runs of a connector that are kept, the one that began last first. */
    public List<RunReport> runs(String connector) {
        return daemon.runs(new RunQuery(Optional.of(new ConnectorName(connector)), Optional.empty(), 1_000));
    }

    /** Waits until the connector has that status, within a bound. */
    public ConnectorState await(String connector, ConnectorStatus status) {
        until(() -> state(connector).status() == status);
        return state(connector);
    }

    /** Waits until the connector is idle after this many successful refreshes, within a bound. */
    public void awaitRefreshes(String connector, long refreshes) {
        until(() -> state(connector).status() == ConnectorStatus.WAITING
                && hasItsNextTime(report(connector))
                && auditLog.entries("INTEGRATION-DAEMON-SERVICES-0043").stream()
                                .filter(entry ->
                                        entry.message().parameters().get(0).equals(connector))
                                .count()
                        >= refreshes);
    }

    /** The timer is set a moment after the status: a clock that leaps in between would be missed. */
    private static boolean hasItsNextTime(ConnectorReport report) {
        return report.nextRefresh().isPresent()
                || report.target() != TargetState.STARTED
                || report.slot().configuration().refreshInterval().isZero();
    }

    /** Waits until no thread of a daemon is at a connector or asks a metadata server, within a bound. */
    public static void awaitNoOperation() {
        until(() -> Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals(THREAD))
                .flatMap(thread -> Stream.of(thread.getValue()))
                .map(StackTraceElement::getClassName)
                .noneMatch(name -> name.startsWith("io.openintegration.daemon.runtime.Connector")
                        || name.startsWith("io.openintegration.daemon.runtime.MetadataServerProbes")));
    }

    public static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(BOUND).pollInterval(Duration.ofMillis(5)).until(condition);
    }

    public void close() throws InterruptedException {
        daemon.stop(Duration.ofSeconds(5));
        workers.close();
    }
}
