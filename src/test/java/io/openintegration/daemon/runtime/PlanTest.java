package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.configuration.Approval;
import io.openintegration.daemon.configuration.OperationDeadlines;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ChangeAction;
import io.openintegration.daemon.reconcile.ChangeQuery;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanQuery;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.Refresh;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Descriptions;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans, approval and undo of a connector whose folder holds what the test puts there. */
class PlanTest {

    private static final ConnectorName NAME = new ConnectorName(ScriptedDaemon.NAME);

    private final Set<String> files = new ConcurrentSkipListSet<>(Set.of("a", "b"));
    private final Map<String, String> displayNames = new ConcurrentHashMap<>();
    private final ScriptedDaemon scripted = new ScriptedDaemon();
    private DaemonBench bench;

    @AfterEach
    void close() throws InterruptedException {
        scripted.close();
    }

    @Test
    void planTellsWhatARefreshWouldChangeAndChangesNothing() throws Exception {
        start();
        files.add("c");
        files.remove("a");
        int writes = bench.store.writeCalls();

        Plan plan = plan();

        assertThat(plan.state()).isEqualTo(PlanState.READY);
        assertThat(plan.count().written()).isEqualTo(2);
        assertThat(changes(plan)).containsExactly("CREATE c", "REMOVE a");
        assertThat(bench.store.writeCalls()).isEqualTo(writes);
        assertThat(catalogued()).containsExactly("a", "b");
        assertThat(bench.daemon().run(plan.madeBy().orElseThrow()).orElseThrow().trigger())
                .isEqualTo(RunTrigger.PLAN);
        assertThat(bench.state(ScriptedDaemon.NAME).lastSuccess().orElseThrow().run())
                .isNotEqualTo(plan.madeBy().orElseThrow());
    }

    @Test
    void planIsAppliedExactlySo() throws Exception {
        start();
        files.add("c");
        files.remove("a");
        Plan plan = plan();

        apply(plan);

        assertThat(found(plan.id()).state()).isEqualTo(PlanState.APPLIED);
        assertThat(catalogued()).containsExactly("b", "c");
    }

    @Test
    void planIsRefusedWhereTheWorldMoved() throws Exception {
        start();
        files.add("c");
        Plan plan = plan();
        files.add("d");

        Plan second = refused(plan, 1);

        assertThat(changes(second)).containsExactly("CREATE c", "CREATE d");

        apply(second);

        assertThat(catalogued()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void planIsRefusedWhereSomebodyElseEditedAnElementOfIt() throws Exception {
        start();
        displayNames.put("a", "A");
        files.add("c");
        Plan plan = plan();
        assertThat(changes(plan)).containsExactly("UPDATE a", "CREATE c");
        bySomebodyElse(new Change.UpdateElement(
                element("a").guid(),
                ElementProperties.builder().text("displayName", "edited").build(),
                true));

        Plan second = refused(plan, 2);

        assertThat(changes(second)).containsExactly("UPDATE a", "CREATE c");

        apply(second);

        assertThat(element("a").properties().text("displayName")).contains("A");
        assertThat(catalogued()).containsExactly("a", "b", "c");
    }

    @Test
    void planIsRefusedWhereSomebodyElseRemovedAnElementOfIt() throws Exception {
        start();
        displayNames.put("a", "A");
        files.add("c");
        Plan plan = plan();
        bySomebodyElse(new Change.RemoveElement(element("a").guid(), Change.Removal.PURGE));

        Plan second = refused(plan, 2);

        assertThat(changes(second)).containsExactly("CREATE a", "CREATE c");

        apply(second);

        assertThat(element("a").properties().text("displayName")).contains("A");
        assertThat(catalogued()).containsExactly("a", "b", "c");
    }

    @Test
    void planIsAppliedOnce() throws Exception {
        start();
        files.add("c");
        Plan plan = plan();
        apply(plan);

        assertThatThrownBy(() -> bench.daemon().applyPlan(plan.id(), DaemonBench.OPERATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("409-010");
    }

    @Test
    void planOfAnotherConfigurationIsRefused() throws Exception {
        start();
        Plan plan = plan();
        scripted.provider("other.Provider");
        scripted.apply().done().get();

        assertThatThrownBy(() -> bench.daemon().applyPlan(plan.id(), DaemonBench.OPERATOR))
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void refreshThatWouldChangeTooMuchWaitsForApproval() throws Exception {
        scripted.approval(new Approval(OptionalInt.of(3)));
        start();
        files.addAll(List.of("c", "d", "e", "f"));

        passInterval();
        DaemonBench.until(() -> bench.state(ScriptedDaemon.NAME).isDegraded());

        assertThat(catalogued()).containsExactly("a", "b");
        Plan waiting = onlyWaiting();
        Message problem = bench.state(ScriptedDaemon.NAME)
                .lastSuccess()
                .orElseThrow()
                .report()
                .problems()
                .get(0);
        assertThat(problem.id()).isEqualTo("INTEGRATION-DAEMON-SERVICES-0102");
        assertThat(problem.toString()).contains(waiting.id().toString());

        passInterval();
        DaemonBench.until(() -> !onlyWaiting().id().equals(waiting.id()));
        apply(onlyWaiting());

        assertThat(catalogued()).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void refreshThatChangesLittleNeedsNoApproval() throws Exception {
        scripted.approval(new Approval(OptionalInt.of(3)));
        start();
        files.add("c");

        refresh();

        assertThat(catalogued()).containsExactly("a", "b", "c");
        assertThat(bench.state(ScriptedDaemon.NAME).isDegraded()).isFalse();
    }

    @Test
    void undoTakesBackWhatARefreshDidAndPausesTheConnector() throws Exception {
        start();
        files.add("c");
        files.remove("a");
        RunId run = refresh();

        RunId undo = run(bench.daemon().undo(run, DaemonBench.OPERATOR));

        assertThat(catalogued()).containsExactly("a", "b");
        assertThat(bench.report(ScriptedDaemon.NAME).target()).isEqualTo(TargetState.PAUSED);
        assertThat(bench.daemon().run(undo).orElseThrow().outcome()).isEqualTo(RunOutcome.SUCCEEDED);
        assertThat(bench.auditLog.entries("INTEGRATION-DAEMON-SERVICES-0108")).hasSize(1);

        bench.daemon()
                .setTarget(ConnectorSelection.of(NAME), TargetState.STARTED, DaemonBench.OPERATOR)
                .await(Duration.ofSeconds(10));

        assertThat(catalogued()).containsExactly("b", "c");
    }

    @Test
    void undoIsPlannedWithoutPausingTheConnector() throws Exception {
        start();
        files.add("c");
        RunId run = refresh();
        PlanId id = new PlanId(UUID.randomUUID());

        run(bench.daemon().planUndo(id, run, DaemonBench.OPERATOR));

        assertThat(changes(found(id))).containsExactly("REMOVE c");
        assertThat(catalogued()).containsExactly("a", "b", "c");
        assertThat(bench.report(ScriptedDaemon.NAME).target()).isEqualTo(TargetState.STARTED);
    }

    @Test
    void undoOfAFailedConnectorNeedsNoRestart() throws Exception {
        bench = scripted.start(new ScriptedConnector().on(Method.REFRESH, refresh -> {
            if (files.contains("poison")) {
                throw new IllegalStateException("the test says so");
            }
            describe(refresh);
        }));
        bench.awaitRefreshes(ScriptedDaemon.NAME, 1);
        files.add("c");
        RunId run = refresh();
        files.add("poison");
        bench.daemon().refresh(ConnectorSelection.ALL, DaemonBench.OPERATOR).await(Duration.ofSeconds(10));
        assertThat(bench.state(ScriptedDaemon.NAME).status()).isEqualTo(ConnectorStatus.FAILED);

        run(bench.daemon().undo(run, DaemonBench.OPERATOR));

        assertThat(catalogued()).containsExactly("a", "b");
        assertThat(bench.state(ScriptedDaemon.NAME).status()).isEqualTo(ConnectorStatus.FAILED);
    }

    @Test
    void undoThatHangsIsStuckAndGivenUpAtTheDeadlineAndTheConnectorHasNotFailed() throws Exception {
        start();
        files.add("c");
        RunId run = refresh();
        bench.metadataServers.onConnect(scripted.gate::awaitStubbornly);
        bench.clock.advance(Duration.ofSeconds(1));
        bench.daemon().undo(run, DaemonBench.OPERATOR);
        DaemonBench.until(() -> bench.runs(ScriptedDaemon.NAME).get(0).trigger() == RunTrigger.UNDO);
        DaemonBench.until(() -> {
            bench.leap(DaemonBench.STUCK_AFTER);
            return bench.state(ScriptedDaemon.NAME).stuck().isPresent();
        });
        assertThat(bench.state(ScriptedDaemon.NAME).stuck().orElseThrow().method())
                .isEqualTo("undo");

        bench.leap(OperationDeadlines.STANDARD.refresh());

        assertThat(bench.runs(ScriptedDaemon.NAME).get(0)).satisfies(undo -> {
            assertThat(undo.outcome()).isEqualTo(RunOutcome.FAILED);
            assertThat(undo.failure().orElseThrow().message().id()).isEqualTo("INTEGRATION-DAEMON-SERVICES-504-001");
        });
        assertThat(bench.state(ScriptedDaemon.NAME).status()).isEqualTo(ConnectorStatus.WAITING);
        scripted.gate.open();
        DaemonBench.awaitNoOperation();
        assertThat(catalogued()).containsExactly("a", "b", "c");
        assertThat(bench.state(ScriptedDaemon.NAME).stuck()).isEmpty();
    }

    @Test
    void undoOfAnUndoIsRefused() throws Exception {
        start();
        files.add("c");
        RunId undo = run(bench.daemon().undo(refresh(), DaemonBench.OPERATOR));

        assertThatThrownBy(() -> bench.daemon().undo(undo, DaemonBench.OPERATOR))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("409-015");
    }

    @Test
    void planThatNobodyWorksOnAnyMoreHasFailed() throws Exception {
        start();
        Plan open = plan().in(PlanState.PLANNING);
        bench.runs.chronicle().plans().keep(bench.daemon().name(), open);

        bench.restartServer();

        assertThat(found(open.id()).state()).isEqualTo(PlanState.FAILED);
    }

    private void start() {
        bench = scripted.start(connector(), connector());
        bench.awaitRefreshes(ScriptedDaemon.NAME, 1);
    }

    private ScriptedConnector connector() {
        return new ScriptedConnector().on(Method.REFRESH, this::describe);
    }

    private void describe(Refresh refresh) {
        try (DescriptionScope folder = refresh.open(new ItemKey("folder"), Descriptions.folder("folder"))) {
            new TreeSet<>(files).forEach(file -> describe(file, folder));
            folder.complete();
        }
    }

    private void describe(String file, DescriptionScope folder) {
        String displayName = displayNames.getOrDefault(file, file);
        folder.add(new ItemKey(file), displayName, () -> Descriptions.file(file, displayName));
    }

    private Plan plan() throws InterruptedException {
        PlanId id = new PlanId(UUID.randomUUID());
        run(bench.daemon().plan(id, NAME, DaemonBench.OPERATOR));
        return found(id);
    }

    private void apply(Plan plan) throws InterruptedException {
        run(bench.daemon().applyPlan(plan.id(), DaemonBench.OPERATOR));
    }

    /**
     * Applies a plan in vain, without any trace in the catalogue; returns what would be done now.
     *
     * @param differing how many changes are only in one of the two
     */
    private Plan refused(Plan plan, int differing) throws InterruptedException {
        List<Element> elements = bench.store.elements();
        int writes = bench.store.writeCalls();

        apply(plan);

        Plan refused = found(plan.id());
        assertThat(refused.state()).isEqualTo(PlanState.REFUSED);
        assertThat(refused.differing()).isEqualTo(differing);
        assertThat(bench.store.writeCalls()).isEqualTo(writes);
        assertThat(bench.store.elements()).isEqualTo(elements);
        return found(refused.replacedBy().orElseThrow());
    }

    /** In the metadata server, where the connector's third party knows nothing of it. */
    private void bySomebodyElse(Change change) {
        bench.store.apply(new Requester(new UserId("somebody"), element("a").source()), ChangeSet.of(change));
    }

    private Element element(String file) {
        return bench.store.elements().stream()
                .filter(element -> element.qualifiedName().equals(Optional.of(new QualifiedName("test::" + file))))
                .findFirst()
                .orElseThrow();
    }

    private RunId refresh() throws InterruptedException {
        return run(bench.daemon().refresh(ConnectorSelection.of(NAME), DaemonBench.OPERATOR));
    }

    private static RunId run(RequestReceipt receipt) throws InterruptedException {
        assertThat(receipt.await(Duration.ofSeconds(10))).isTrue();
        return receipt.parts().get(NAME).run().orElseThrow();
    }

    private Plan found(PlanId id) {
        return bench.daemon().plans().find(id).orElseThrow();
    }

    /** The timer is set a moment after the status tells that a refresh has ended. */
    private void passInterval() {
        DaemonBench.until(() -> bench.report(ScriptedDaemon.NAME).nextRefresh().isPresent());
        bench.pass(ScriptedDaemon.INTERVAL.plusSeconds(1));
    }

    private Plan onlyWaiting() {
        List<Plan> waiting = bench.daemon()
                .plans()
                .list(new PlanQuery(Optional.of(NAME), Optional.of(PlanState.AWAITS_APPROVAL), 10));
        assertThat(waiting).hasSize(1);
        return waiting.get(0);
    }

    private List<String> changes(Plan plan) {
        return bench.daemon().plans().changes(plan, ChangeQuery.first(100)).stream()
                .filter(numbered -> numbered.change().action() != ChangeAction.LEAVE)
                .map(numbered ->
                        numbered.change().action() + " " + numbered.change().key())
                .toList();
    }

    /** The names of the files that are in the catalogue. */
    private Set<String> catalogued() {
        return bench.store.elements().stream()
                .filter(element -> !element.isArchived())
                .filter(element -> element.type().value().equals("DataFile"))
                .map(Element::qualifiedName)
                .map(name -> name.orElseThrow().value().replaceAll(".*[:/]", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
