package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.Approval;
import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.HostingPolicy;
import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.OperationDeadlines;
import io.openintegration.daemon.configuration.RefreshSchedule;
import io.openintegration.daemon.configuration.RemovalPolicy;
import io.openintegration.daemon.configuration.RestartPolicy;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.ApplyReport;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The daemon of one test, whose connectors do what the test says. Unless told otherwise it has one connector and calls
 * two at a time.
 */
public final class ScriptedDaemon {

    /** The connector, if the test names no others. */
    public static final String NAME = "Scripted";

    /** Between two refreshes, if the test says nothing else. */
    public static final Duration INTERVAL = Duration.ofMinutes(10);

    /** Holds back what the script wants to hang; open at the latest when the test is over. */
    public final Gate gate = new Gate();

    private List<String> names = List.of(NAME);
    private String provider = ScriptedProvider.class.getName();
    private boolean blocking;
    private int parallel = 2;
    private Duration grace = Duration.ofMillis(200);
    private RefreshSchedule schedule = RefreshSchedule.every(INTERVAL);
    private RestartPolicy restartPolicy = RestartPolicy.MANUAL;
    private OperationDeadlines deadlines = OperationDeadlines.STANDARD;
    private Approval approval = Approval.NEVER;
    private DaemonBench bench;

    public ScriptedDaemon connectors(Stream<String> connectors) {
        names = connectors.toList();
        return this;
    }

    public ScriptedDaemon provider(String className) {
        provider = className;
        return this;
    }

    public ScriptedDaemon blocking(boolean usesBlockingCalls) {
        blocking = usesBlockingCalls;
        return this;
    }

    /** How many connectors are called at a time. */
    public ScriptedDaemon parallel(int places) {
        parallel = places;
        return this;
    }

    /** How long hanging calls are waited for. */
    public ScriptedDaemon grace(Duration time) {
        grace = time;
        return this;
    }

    public ScriptedDaemon interval(Duration betweenRefreshes) {
        return schedule(RefreshSchedule.every(betweenRefreshes));
    }

    /** As {@link #interval}, for schedules with more to them. */
    public ScriptedDaemon schedule(RefreshSchedule times) {
        schedule = times;
        return this;
    }

    public ScriptedDaemon restartPolicy(RestartPolicy policy) {
        restartPolicy = policy;
        return this;
    }

    public ScriptedDaemon approval(Approval needed) {
        approval = needed;
        return this;
    }

    public ScriptedDaemon deadlines(OperationDeadlines longest) {
        deadlines = longest;
        return this;
    }

    /** Starts the daemon with these connectors, handed out in this order, one for each life of a connector. */
    public DaemonBench start(ScriptedConnector... lives) {
        DaemonBench started = build(lives);
        started.daemon().start();
        return started;
    }

    /** As {@link #start}, but leaves the start to the test. */
    public DaemonBench build(ScriptedConnector... lives) {
        Queue<ScriptedConnector> next = new ConcurrentLinkedQueue<>(List.of(lives));
        return build(next::remove);
    }

    /** As {@link #start}, but leaves the start to the test and takes the lives as they are needed, from any thread. */
    public DaemonBench build(Supplier<ScriptedConnector> lives) {
        bench = new DaemonBench(
                configuration(), List.of(new ScriptedProvider(lives, blocking)), Path.of("."), true, grace, parallel);
        return bench;
    }

    /** Goes over to what the test has said since the start. */
    public ApplyReport apply() {
        return bench.daemon().apply(configuration());
    }

    /** Restarts all connectors and waits until this is done, within a bound. */
    public void restart() throws InterruptedException {
        assertThat(bench.daemon()
                        .restart(ConnectorSelection.ALL, DaemonBench.OPERATOR)
                        .await(Duration.ofSeconds(10)))
                .isTrue();
    }

    /** Opens the gate and stops the daemon, if there is one. */
    public void close() throws InterruptedException {
        gate.open();
        if (bench != null) {
            bench.close();
        }
    }

    private ServerConfiguration configuration() {
        return new ServerConfiguration(
                new ServerName("daemon"),
                ServerType.INTEGRATION_DAEMON,
                "",
                new UserId("user"),
                1000,
                List.of(new IntegrationServiceConfiguration(
                        IntegrationService.FILES,
                        new MetadataServerRef("https://localhost:9443", new ServerName("store")),
                        names.stream().map(this::connector).toList())),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private ConnectorConfiguration connector(String name) {
        return new ConnectorConfiguration(
                Optional.empty(),
                new ConnectorName(name),
                new UserId("user"),
                new Connection(provider, Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Map.of()),
                Optional.empty(),
                new HostingPolicy(schedule, restartPolicy, deadlines, RemovalPolicy.STANDARD, approval),
                false,
                PermittedSynchronization.FROM_THIRD_PARTY,
                List.of());
    }
}
