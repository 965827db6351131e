package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.runtime.ApplyReport;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** The daemon of one test, whose configuration the test changes, and all lives that its connectors had. */
public final class ChangingDaemon {

    private static final Duration BOUND = Duration.ofSeconds(20);

    /** Holds back what the script wants to hang; open at the latest when the test is over. */
    public final Gate gate = new Gate();

    private final Map<String, Supplier<ScriptedConnector>> scripts = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentLinkedQueue<ScriptedConnector>> lives = new ConcurrentHashMap<>();
    private Duration grace = Duration.ofMillis(200);
    private int parallel = 4;
    private Function<String, ScriptedConnector> others = endpoint -> new ScriptedConnector();
    private boolean metadataServerStarted = true;
    private DaemonBench bench;

    /** How long hanging calls are waited for. */
    public ChangingDaemon grace(Duration time) {
        grace = time;
        return this;
    }

    /** How many connectors are called at a time. */
    public ChangingDaemon parallel(int places) {
        parallel = places;
        return this;
    }

    /** The metadata server is away at the start. */
    public ChangingDaemon withoutMetadataServer() {
        metadataServerStarted = false;
        return this;
    }

    /** What each life of a connector at this endpoint does, {@code name@endpoint}; others do nothing. */
    public ChangingDaemon script(String endpoint, Supplier<ScriptedConnector> script) {
        scripts.put(endpoint, script);
        return this;
    }

    /** What each life does for which there is no script of its own. */
    public ChangingDaemon script(Function<String, ScriptedConnector> script) {
        others = script;
        return this;
    }

    public DaemonBench start(ConnectorEntry... entries) {
        return start(List.of(entries));
    }

    public DaemonBench start(List<ConnectorEntry> entries) {
        build(entries).daemon().start();
        return bench;
    }

    /** As {@link #start}, but leaves the start to the test. */
    public DaemonBench build(List<ConnectorEntry> entries) {
        bench = new DaemonBench(
                ConnectorEntry.document(entries),
                List.of(new ScriptedProvider(this::life, false), new ScriptedProvider(this::life, true)),
                Path.of("."),
                metadataServerStarted,
                grace,
                parallel);
        return bench;
    }

    public ApplyReport apply(ConnectorEntry... entries) {
        return apply(List.of(entries));
    }

    public ApplyReport apply(List<ConnectorEntry> entries) {
        return bench.daemon().apply(ConnectorEntry.document(entries));
    }

    /** Waits until what was applied is done, within a bound. */
    public static void await(ApplyReport report) throws Exception {
        report.done().get(BOUND.toSeconds(), TimeUnit.SECONDS);
        assertThat(report.done()).isCompleted();
    }

    /** The lives so far of the connector at this endpoint, {@code name@endpoint}. */
    public List<ScriptedConnector> lives(String endpoint) {
        return List.copyOf(lives.getOrDefault(endpoint, new ConcurrentLinkedQueue<>()));
    }

    /** Waits until the first life at this endpoint, {@code name@endpoint}, is in that method, or was; within a bound. */
    public ScriptedConnector awaitCall(String endpoint, Method method) {
        DaemonBench.until(() -> lives(endpoint).stream().anyMatch(life -> life.count(method) > 0));
        return lives(endpoint).get(0);
    }

    /** All lives so far of all connectors. */
    public List<ScriptedConnector> lives() {
        return lives.values().stream().flatMap(ConcurrentLinkedQueue::stream).toList();
    }

    /** The names of the connectors in the order in which the status lists them. */
    public List<String> names() {
        return bench.daemon().status().stream()
                .flatMap(service -> service.connectors().stream())
                .map(ConnectorReport::slot)
                .map(slot -> slot.name().value())
                .toList();
    }

    /** Opens the gate and stops the daemon, if there is one. */
    public void close() throws InterruptedException {
        gate.open();
        if (bench != null) {
            bench.close();
        }
    }

    private ScriptedConnector life(Connection connection) {
        String endpoint = connection.endpointAddress().orElseThrow();
        Supplier<ScriptedConnector> script = scripts.get(endpoint);
        ScriptedConnector life = script == null ? others.apply(endpoint) : script.get();
        lives.computeIfAbsent(endpoint, none -> new ConcurrentLinkedQueue<>()).add(life);
        return life;
    }
}
