package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.ApplyReport;
import io.openintegration.daemon.runtime.CommandDesk;
import io.openintegration.daemon.runtime.ConnectorProviders;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.DaemonDuty;
import io.openintegration.daemon.runtime.DaemonEnvironment;
import io.openintegration.daemon.runtime.DaemonState;
import io.openintegration.daemon.runtime.FileAccess;
import io.openintegration.daemon.runtime.IntegrationDaemon;
import io.openintegration.daemon.runtime.LineageDoor;
import io.openintegration.daemon.runtime.Node;
import io.openintegration.daemon.runtime.NodeBoard;
import io.openintegration.daemon.runtime.NodeEnvironment;
import io.openintegration.daemon.runtime.ParallelLimits;
import io.openintegration.daemon.runtime.RequestReceipt;
import io.openintegration.daemon.runtime.ThirdPartyAccess;
import io.openintegration.daemon.runtime.Timing;
import io.openintegration.daemon.runtime.WorkerPool;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.testing.ConnectorEntry;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryLineageInboxes;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.InMemoryRunHistory;
import io.openintegration.daemon.testing.InMemoryTargetStates;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.ScriptedProvider;
import io.openintegration.daemon.testing.SettableClock;
import io.openintegration.daemon.testing.SwitchableLease;
import io.openintegration.daemon.testing.SwitchableMetadataServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The daemon that is compared with the model, on the one node of which the test sees all. */
final class RealDaemon {

    static final UserId OPERATOR = DaemonBench.OPERATOR;

    final SettableClock clock = new SettableClock();
    final SwitchableLease lease = new SwitchableLease();
    final SwitchableMetadataServers metadataServers =
            new SwitchableMetadataServers(new InMemoryMetadataStore(clock), true);
    final InMemoryRunHistory runs = new InMemoryRunHistory();
    final Stage stage;
    final RestingThreads threads;
    final List<RequestReceipt> receipts = new ArrayList<>();
    private final Rest rest = new Rest();
    private final WorkerPool workers;
    private final DaemonDuty duty;

    RealDaemon(Script script) {
        stage = new Stage(script, rest);
        threads = new RestingThreads(rest);
        workers = new WorkerPool(threads::dedicated, threads, ParallelLimits.of(Kind.values().length), clock);
        threads.begin();
        // with stubborn calls it is waited for in vain, again and again; without, it must be enough on any machine
        Duration grace = script.stubborn ? Duration.ofMillis(20) : Duration.ofSeconds(15);
        Timing timing = new Timing(clock, clock, () -> 0, grace, Duration.ofMinutes(1));
        RecordingAuditLog auditLog = new RecordingAuditLog();
        DaemonState state = new DaemonState(new InMemoryTargetStates(), runs.chronicle(), new InMemoryLineageInboxes());
        DaemonEnvironment environment = new DaemonEnvironment(
                new ConnectorProviders(
                        List.of(new ScriptedProvider(this::create, false), new ScriptedProvider(this::create, true))),
                metadataServers,
                new InMemoryLedgers(),
                ThirdPartyAccess.to(new FileAccess(Path.of("."), List.of(), "model")),
                workers,
                auditLog,
                timing,
                state,
                lease,
                LineageDoor.CLOSED);
        duty = new DaemonDuty(
                ConnectorEntry.document(
                        Arrays.stream(Kind.values()).map(Kind::entry).toList()),
                new NodeEnvironment(
                        new Node("node", "here"),
                        lease,
                        NodeBoard.SOLE,
                        CommandDesk.SOLE,
                        runs.chronicle(),
                        (selection, by) -> ApplyReport.NOTHING,
                        timing,
                        Duration.ofMillis(1)),
                configuration -> new IntegrationDaemon(configuration, environment),
                auditLog,
                Duration.ofSeconds(15));
    }

    private StagedConnector create(Connection connection) {
        String address = connection.endpointAddress().orElseThrow();
        return stage.create(address.substring(0, address.indexOf('@')));
    }

    /** What operators' requests come to on this node, unless it stands by. */
    Optional<IntegrationDaemon> onDuty() {
        return Optional.of(duty.operated())
                .filter(IntegrationDaemon.class::isInstance)
                .map(IntegrationDaemon.class::cast);
    }

    void watch() {
        duty.watch();
    }

    void knock() {
        duty.tick();
    }

    /** Waits until nothing happens any more. */
    void settle() throws InterruptedException {
        rest.await();
    }

    ConnectorReport report(Kind kind) {
        return duty.onDuty().orElseThrow().status().stream()
                .flatMap(service -> service.connectors().stream())
                .filter(report -> report.slot().name().value().equals(kind.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Lets all go that hangs, and ends the daemon. */
    void close() throws InterruptedException {
        threads.refuse(false);
        stage.letGo(call -> true, false);
        settle();
        duty.stop();
        stage.letGo(call -> true, false);
        settle();
        workers.close();
    }
}
