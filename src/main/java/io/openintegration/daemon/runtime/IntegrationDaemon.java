package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.RequestReceipt.Kind;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.LineageReceipt;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running integration daemon: it hosts the connectors of its configuration document, which may change while it runs. Safe
 * from any thread; no method but {@link #stop} waits for a connector.
 */
public final class IntegrationDaemon implements OperatedDaemon {

    private final DaemonEnvironment environment;
    private final DaemonJournal journal;
    private final ServerConfiguration configuration;
    private final Map<ConnectorName, HostedConnector> leaving = new HashMap<>();
    private final RequestBook requests;
    private final RunDesk runDesk;
    private final PlanDesk planDesk;
    private final ConnectionTrials trials;
    private final LineageReception lineage;
    private final DaemonRounds rounds;
    private volatile ConnectorRoster roster;
    private volatile CompletableFuture<Void> stopping;

    public IntegrationDaemon(ServerConfiguration configuration, DaemonEnvironment environment) {
        this.configuration = configuration;
        this.environment = environment.with(this::acceptLineage);
        this.journal = new DaemonJournal(configuration.name(), environment.auditLog());
        this.requests = new RequestBook(environment.timing().clock());
        this.runDesk = new RunDesk(name(), environment.state().runs(), () -> roster.connectors());
        this.planDesk = new PlanDesk(name(), environment.state().chronicle(), journal);
        this.trials = new ConnectionTrials(this.environment, ConnectionTrials.LIMIT);
        this.lineage = new LineageReception(name(), environment);
        this.roster = new ConnectorRoster(configuration, this::newConnector);
        this.rounds = new DaemonRounds(environment, journal, () -> roster);
    }

    public ServerName name() {
        return configuration.name();
    }

    /**
     * Sets up the integration services and lets their connectors start, as the worker pool has places. What operators wanted of
     * them before still counts.
     */
    public void start() {
        journal.starting(configuration);
        Set<ConnectorName> names = roster.names();
        DaemonState state = environment.state();
        environment
                .ledgers()
                .retain(name(), names.stream().map(ConnectorName::value).collect(Collectors.toSet()));
        state.targets().retain(name(), names);
        state.lineage().retain(name(), names);
        journal.plansLost(state.chronicle().plans().endLost(name()));
        journal.runsLost(state.runs().endLost(name(), environment.timing().now()));
        Map<ConnectorName, TargetState> targets = state.targets().of(name());
        Map<ConnectorName, RunReport> successes = state.runs().lastSuccesses(name());
        roster.connectors()
                .forEach(connector -> connector.begin(
                        targets.getOrDefault(connector.name(), TargetState.STARTED),
                        Optional.ofNullable(successes.get(connector.name())).map(LastRefresh::of)));
        journal.started();
    }

    /**
     * Goes over to another configuration of this daemon, for a daemon that is started: connectors that are new start, those
     * whose configuration changed are restarted with it, those that are no longer there are stopped and their ledgers
     * forgotten; the others are not touched. Changes are made one at a time; a daemon that was told to stop does nothing.
     *
     * @param changed of the same name; connectors are told apart by their names, so one with another name is another one
     */
    public synchronized ApplyReport apply(ServerConfiguration changed) {
        if (stopping != null) {
            return ApplyReport.NOTHING;
        }
        RosterChange change = new RosterChange(roster, changed, leaving, this::newConnector);
        environment.state().targets().retain(name(), change.after().names());
        journal.services(changed);
        roster = change.after();
        return change.carryOut();
    }

    /** Refreshes the connectors for which that is due. Called a few times a second; never throws. */
    public void tick() {
        rounds.tick();
    }

    @Override
    public List<ServiceReport> status() {
        return roster.reports();
    }

    @Override
    public RequestReceipt restart(ConnectorSelection selection, UserId by) {
        boolean named = selection.connector().isPresent();
        return request(Kind.RESTART, by, selection)
                .without(connector -> connector.refusesRestart(named))
                .carryOut(connector -> connector.isStoppedOnPurpose()
                        ? want(connector, TargetState.STARTED, by)
                        : connector.restart(Optional.of(by)));
    }

    @Override
    public RequestReceipt refresh(ConnectorSelection selection, UserId by) {
        return request(Kind.REFRESH, by, selection)
                .without(HostedConnector::refusesRefresh)
                .carryOut(connector -> connector.refresh(by));
    }

    @Override
    public RequestReceipt release(ConnectorSelection selection, UserId by) {
        return request(Kind.RELEASE, by, selection)
                .without(HostedConnector::refusesRefresh)
                .carryOut(connector -> {
                    journal.releaseRequested(by, connector.name());
                    return connector.release(by);
                });
    }

    @Override
    public RequestReceipt setTarget(ConnectorSelection selection, TargetState target, UserId by) {
        return request(Kind.TARGET, by, selection).carryOut(connector -> want(connector, target, by));
    }

    @Override
    public Optional<RequestReceipt> request(RequestId id) {
        return requests.find(id);
    }

    /** Lets {@link #request} find a receipt that others know by another name. */
    void remember(RequestReceipt receipt) {
        requests.keep(receipt);
    }

    @Override
    public Optional<RunReport> run(RunId id) {
        return runDesk.find(id);
    }

    @Override
    public List<RunReport> runs(RunQuery query) {
        return runDesk.list(query);
    }

    @Override
    public PlanReading plans() {
        return planDesk.reading();
    }

    @Override
    public RequestReceipt plan(PlanId id, ConnectorName connector, UserId by) {
        RequestToConnectors request =
                request(Kind.PLAN, by, ConnectorSelection.of(connector)).without(HostedConnector::refusesPlan);
        return request.carryOut(hosted -> {
            planDesk.requested(id, hosted, by, environment.timing().now());
            return hosted.plans().plan(id, by);
        });
    }

    @Override
    public RequestReceipt applyPlan(PlanId id, UserId by) {
        Plan plan = planDesk.require(id);
        RequestToConnectors request = request(Kind.APPLY, by, ConnectorSelection.of(plan.connector()))
                .without(HostedConnector::refusesRefresh);
        return request.carryOut(hosted -> {
            planDesk.approved(plan, hosted, by);
            return hosted.plans().apply(id, by);
        });
    }

    @Override
    public void deletePlan(PlanId id, UserId by) {
        planDesk.delete(id, by);
    }

    @Override
    public RequestReceipt undo(RunId id, UserId by) {
        RunReport undone = runDesk.require(id);
        return request(Kind.UNDO, by, ConnectorSelection.of(undone.connector())).carryOut(hosted -> {
            planDesk.undoing(undone, by);
            want(hosted, TargetState.PAUSED, by);
            return hosted.plans().undo(id, by);
        });
    }

    @Override
    public RequestReceipt planUndo(PlanId id, RunId run, UserId by) {
        RunReport undone = runDesk.require(run);
        return request(Kind.PLAN, by, ConnectorSelection.of(undone.connector())).carryOut(hosted -> {
            planDesk.requested(id, undone, hosted, by, environment.timing().now());
            return hosted.plans().planUndo(id, by);
        });
    }

    @Override
    public void cancel(RunId id, UserId by) {
        RunReport run = runDesk.require(id);
        boolean asked = roster.find(run.connector())
                .filter(connector -> connector.cancel(id))
                .isPresent();
        if (!asked) {
            throw new RequestRefusedException(RuntimeMessage.RUN_HAS_ENDED.with(id, name()));
        }
        journal.cancelRequested(by, id, run.connector());
    }

    @Override
    public ConnectionTrial tryConnection(ConnectorName connector, UserId by) {
        ConnectorSlot slot =
                roster.select(ConnectorSelection.of(connector)).get(0).report().slot();
        journal.trialAsked(by, connector);
        return trials.carryOut(slot);
    }

    @Override
    public int receiveLineage(List<String> events) {
        return lineage.receive(roster.in(IntegrationService.LINEAGE), events);
    }

    private LineageReceipt acceptLineage(List<String> events) {
        return lineage.accept(roster.in(IntegrationService.LINEAGE), events);
    }

    /** Tells all connectors to stop, and returns at once. A daemon that was told does nothing the second time. */
    public synchronized void beginStop() {
        if (stopping == null) {
            journal.stopping();
            rounds.stop();
            stopping = CompletableFuture.allOf(presentAndLeaving().stream()
                    .map(HostedConnector::stop)
                    .map(Errand::done)
                    .toArray(CompletableFuture<?>[]::new));
        }
    }

    /**
     * Stops all connectors.
     *
     * @param limit how long to wait for them; what has not ended by then is left behind
     */
    public void stop(Duration limit) throws InterruptedException {
        beginStop();
        try {
            stopping.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            journal.leftBehind(presentAndLeaving().stream()
                    .filter(connector -> !connector.hasLeft())
                    .map(HostedConnector::name)
                    .toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        journal.stopped();
    }

    /** Also those that were removed from the configuration and may not have ended yet. */
    private synchronized List<HostedConnector> presentAndLeaving() {
        return Stream.concat(roster.connectors().stream(), leaving.values().stream())
                .toList();
    }

    private HostedConnector newConnector(ConnectorSlot slot) {
        return new HostedConnector(slot, environment);
    }

    private RequestToConnectors request(Kind kind, UserId by, ConnectorSelection selection) {
        return new RequestToConnectors(kind, by, selection, roster.select(selection), requests);
    }

    private Errand want(HostedConnector connector, TargetState target, UserId by) {
        environment.state().targets().keep(name(), connector.name(), target);
        journal.targetChanged(by, connector.name(), target);
        return connector.setTarget(target, by);
    }
}
