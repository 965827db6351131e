package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A daemon as operators see it from a node that stands by. Its status is what the node on duty told last, with the configuration
 * of this node's own document, and never waits; requests are passed on to the node on duty, and wait a few seconds for its answer.
 */
final class StandbyDaemon implements OperatedDaemon {

    private final Supplier<ServerConfiguration> configuration;
    private final BoardCopy board;
    private final SentCommands commands;
    private final PlanDesk plans;
    private final Instant begin;

    /** @param begin since when connectors of which nothing is known are said to be stopped */
    StandbyDaemon(
            Supplier<ServerConfiguration> configuration,
            BoardCopy board,
            SentCommands commands,
            PlanDesk plans,
            Instant begin) {
        this.configuration = configuration;
        this.board = board;
        this.commands = commands;
        this.plans = plans;
        this.begin = begin;
    }

    @Override
    public List<ServiceReport> status() {
        Map<IntegrationService, List<ConnectorReport>> services = new LinkedHashMap<>();
        ServerConfiguration present = configuration.get();
        for (IntegrationServiceConfiguration service : present.integrationServices()) {
            List<ConnectorReport> reports = services.computeIfAbsent(service.service(), none -> new ArrayList<>());
            service.connectors()
                    .forEach(connector -> reports.add(report(new ConnectorSlot(
                            present.name(), service.service(), service.metadataServer(), connector))));
        }
        return services.entrySet().stream()
                .map(service -> new ServiceReport(service.getKey(), service.getValue()))
                .toList();
    }

    @Override
    public RequestReceipt restart(ConnectorSelection selection, UserId by) {
        return commands.send(Command.restart(selection, by)).receipt().orElseThrow();
    }

    @Override
    public RequestReceipt refresh(ConnectorSelection selection, UserId by) {
        return commands.send(Command.refresh(selection, by)).receipt().orElseThrow();
    }

    @Override
    public RequestReceipt release(ConnectorSelection selection, UserId by) {
        return commands.send(Command.release(selection, by)).receipt().orElseThrow();
    }

    @Override
    public RequestReceipt setTarget(ConnectorSelection selection, TargetState target, UserId by) {
        return commands.send(Command.target(selection, target, by)).receipt().orElseThrow();
    }

    @Override
    public Optional<RequestReceipt> request(RequestId id) {
        return commands.receipt(id);
    }

    @Override
    public Optional<RunReport> run(RunId id) {
        return plans.runs().find(configuration.get().name(), id).map(this::withProgress);
    }

    @Override
    public List<RunReport> runs(RunQuery query) {
        return plans.runs().list(configuration.get().name(), query).stream()
                .map(this::withProgress)
                .toList();
    }

    @Override
    public PlanReading plans() {
        return plans.reading();
    }

    @Override
    public RequestReceipt plan(PlanId id, ConnectorName connector, UserId by) {
        return commands.send(Command.plan(id, connector, by)).receipt().orElseThrow();
    }

    @Override
    public RequestReceipt applyPlan(PlanId id, UserId by) {
        return commands.send(Command.applyPlan(id, by)).receipt().orElseThrow();
    }

    /** There is nothing to do for a connector, so it is done here. */
    @Override
    public void deletePlan(PlanId id, UserId by) {
        plans.delete(id, by);
    }

    /** The node on duty has the connectors that know what an event is; none of another service does. */
    @Override
    public int receiveLineage(List<String> events) {
        boolean mayTakeIn = configuration.get().integrationServices().stream()
                .anyMatch(service -> service.service() == IntegrationService.LINEAGE);
        if (mayTakeIn) {
            throw InboxFullException.standingBy(configuration.get().name());
        }
        return 0;
    }

    /** The answer would have to wait for another node longer than requests do. */
    @Override
    public ConnectionTrial tryConnection(ConnectorName connector, UserId by) {
        throw new RequestRefusedException(
                RuntimeMessage.TRIAL_ELSEWHERE.with(configuration.get().name()));
    }

    @Override
    public RequestReceipt undo(RunId run, UserId by) {
        return commands.send(Command.undo(run, by)).receipt().orElseThrow();
    }

    @Override
    public RequestReceipt planUndo(PlanId id, RunId run, UserId by) {
        return commands.send(Command.planUndo(id, run, by)).receipt().orElseThrow();
    }

    @Override
    public void cancel(RunId id, UserId by) {
        commands.send(Command.cancel(id, by));
    }

    private ConnectorReport report(ConnectorSlot slot) {
        return board.of(slot.name())
                .map(shared -> shared.in(slot))
                .orElseGet(() -> new ConnectorReport(
                        slot,
                        ConnectorState.created(begin, Optional.empty()).with(ConnectorStatus.STOPPED, begin),
                        TargetState.STARTED,
                        Optional.empty(),
                        Optional.empty()));
    }

    private RunReport withProgress(RunReport run) {
        return run.outcome().hasEnded()
                ? run
                : board.of(run.connector())
                        .flatMap(SharedReport::run)
                        .filter(present -> present.id().equals(run.id()))
                        .orElse(run);
    }
}
