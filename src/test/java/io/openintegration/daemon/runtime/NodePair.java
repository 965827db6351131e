package io.openintegration.daemon.runtime;

import io.openintegration.daemon.testing.ConnectorEntry;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.InMemoryCommandDesk;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryLineageInboxes;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.InMemoryNodeBoard;
import io.openintegration.daemon.testing.InMemoryRunHistory;
import io.openintegration.daemon.testing.InMemoryTargetStates;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedProvider;
import io.openintegration.daemon.testing.SettableClock;
import io.openintegration.daemon.testing.SwitchableLease;
import io.openintegration.daemon.testing.SwitchableMetadataServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Two nodes that can run the same daemon, with what they share. The first one begins with the lease. */
final class NodePair {

    final SettableClock clock = new SettableClock();
    final InMemoryNodeBoard board = new InMemoryNodeBoard(clock);
    final InMemoryCommandDesk desk = new InMemoryCommandDesk(clock);
    final InMemoryRunHistory runs = new InMemoryRunHistory();
    final RecordingAuditLog auditLog = new RecordingAuditLog();
    final SwitchableLease firstLease = new SwitchableLease();
    final SwitchableLease secondLease = new SwitchableLease();
    final DaemonDuty first;
    final DaemonDuty second;
    private final InMemoryTargetStates targets = new InMemoryTargetStates();
    private final InMemoryLedgers ledgers = new InMemoryLedgers();
    private final WorkerPool workers = new WorkerPool(NodePair::thread, ParallelLimits.of(4), clock);
    private final Duration patience;

    /**
     * @param patience how long an operator's request waits for the answer of the node on duty
     * @param entries the connectors of the document
     * @param lives what each life of any of them does
     */
    NodePair(Duration patience, List<ConnectorEntry> entries, Supplier<ScriptedConnector> lives) {
        this.patience = patience;
        secondLease.lose();
        first = node("first", firstLease, entries, lives);
        second = node("second", secondLease, entries, lives);
    }

    /** Lets the first node go on duty and tell, and the second one read it. */
    NodePair start() {
        first.watch();
        second.watch();
        exchange();
        return this;
    }

    /** The lease goes from the first node, which may not know it, to the second one. */
    void handOver() {
        firstLease.lose();
        secondLease.offer();
    }

    void exchange() {
        first.exchange();
        second.exchange();
    }

    /** Does it on a thread of its own, while the nodes exchange what they have, within a bound; what it throws is thrown. */
    <T> T whileNodesExchange(Supplier<T> request) throws Exception {
        return during(request, this::exchange);
    }

    /** As {@link #whileNodesExchange}, but with a node that takes what it is asked, and falls silent. */
    <T> T whileTakenWithoutAnswer(Supplier<T> request) throws Exception {
        return during(request, () -> desk.take(ConnectorEntry.DAEMON, new Node("first", "first.example.org")));
    }

    private static <T> T during(Supplier<T> request, Runnable meanwhile) throws Exception {
        CompletableFuture<T> answer =
                CompletableFuture.supplyAsync(request, work -> thread(work).start());
        DaemonBench.until(() -> {
            meanwhile.run();
            return answer.isDone();
        });
        try {
            return answer.get(1, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception thrown ? thrown : e;
        }
    }

    ConnectorReport report(DaemonDuty node, String connector) {
        return node.operated().status().stream()
                .flatMap(service -> service.connectors().stream())
                .filter(report -> report.slot().name().value().equals(connector))
                .findFirst()
                .orElseThrow();
    }

    void close() {
        first.stop();
        second.stop();
        workers.close();
    }

    private DaemonDuty node(
            String name, SwitchableLease lease, List<ConnectorEntry> entries, Supplier<ScriptedConnector> lives) {
        Timing timing = new Timing(clock, clock, () -> 0, Duration.ofMillis(200), Duration.ofMinutes(1));
        return new DaemonDuty(
                ConnectorEntry.document(entries),
                new NodeEnvironment(
                        new Node(name, name + ".example.org"),
                        lease,
                        board,
                        desk,
                        runs.chronicle(),
                        (selection, by) -> ApplyReport.NOTHING,
                        timing,
                        patience),
                configuration -> new IntegrationDaemon(
                        configuration,
                        new DaemonEnvironment(
                                new ConnectorProviders(List.of(new ScriptedProvider(lives, false))),
                                new SwitchableMetadataServers(new InMemoryMetadataStore(clock), true),
                                ledgers,
                                ThirdPartyAccess.to(new FileAccess(Path.of("."), List.of(), name)),
                                workers,
                                auditLog,
                                timing,
                                new DaemonState(targets, runs.chronicle(), new InMemoryLineageInboxes()),
                                lease,
                                LineageDoor.CLOSED)),
                auditLog,
                Duration.ofSeconds(5));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "node");
        thread.setDaemon(true);
        return thread;
    }
}
