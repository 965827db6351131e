package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ChangeAction;
import io.openintegration.daemon.reconcile.ChangeCount;
import io.openintegration.daemon.reconcile.ChangeList;
import io.openintegration.daemon.reconcile.ChangeLists;
import io.openintegration.daemon.reconcile.ChangeQuery;
import io.openintegration.daemon.reconcile.Difference;
import io.openintegration.daemon.reconcile.ItemChange;
import io.openintegration.daemon.reconcile.LedgerEntry;
import io.openintegration.daemon.reconcile.LedgerHistory;
import io.openintegration.daemon.reconcile.LedgerPart;
import io.openintegration.daemon.reconcile.NumberedChange;
import io.openintegration.daemon.reconcile.ReconcileMessage;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanOrigin;
import io.openintegration.daemon.runtime.plan.PlanQuery;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.plan.Plans;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plans and lists of changes in a database promise, whichever database it is. */
abstract class JdbiPlansContract {

    private static final ServerName DAEMON = new ServerName("integration-daemon");
    private static final ConnectorName CONNECTOR = new ConnectorName("Monitor of files");
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.890Z");

    private TestDatabase own;
    private Plans plans;
    private ChangeLists lists;
    private JdbiRunHistory runs;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void migrate(@TempDir Path directory) {
        own = newDatabase(directory);
        open();
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void planIsFoundAsItWasKept() {
        Plan plan = plan(NOW)
                .undoing(new RunId(UUID.randomUUID()))
                .madeBy(new RunId(UUID.randomUUID()))
                .made(
                        PlanState.READY,
                        new ReconcileReport(1, 2, 3, 4, 5, 6, List.of(), 0),
                        new ChangeCount(7, 6, "digest"))
                .decided(new UserId("erin"))
                .appliedBy(new RunId(UUID.randomUUID()))
                .refused(new PlanId(UUID.randomUUID()), 8);
        plans.keep(DAEMON, plan);

        own.restart();
        open();

        assertThat(plans.find(DAEMON, plan.id())).contains(plan);
        assertThat(plans.find(new ServerName("other"), plan.id())).isEmpty();
    }

    @Test
    void onlyOneOfTwoWhoDecideChangesThePlan() {
        Plan plan = plan(NOW).in(PlanState.READY);
        plans.keep(DAEMON, plan);

        assertThat(plans.change(DAEMON, PlanState.READY, plan.decided(new UserId("one"))))
                .isTrue();
        assertThat(plans.change(DAEMON, PlanState.READY, plan.decided(new UserId("two"))))
                .isFalse();
        assertThat(plans.find(DAEMON, plan.id()).orElseThrow().decidedBy()).contains(new UserId("one"));
    }

    @Test
    void plansAreListedLatestFirst() {
        Plan old = plan(NOW).in(PlanState.READY);
        Plan latest = plan(NOW.plusSeconds(1)).in(PlanState.APPLIED);
        List.of(old, latest).forEach(plan -> plans.keep(DAEMON, plan));

        assertThat(plans.list(DAEMON, new PlanQuery(Optional.empty(), Optional.empty(), 10)))
                .containsExactly(latest, old);
        assertThat(plans.list(DAEMON, new PlanQuery(Optional.of(CONNECTOR), Optional.of(PlanState.READY), 10)))
                .containsExactly(old);
        assertThat(plans.list(DAEMON, new PlanQuery(Optional.of(new ConnectorName("x")), Optional.empty(), 10)))
                .isEmpty();
        assertThat(plans.list(DAEMON, new PlanQuery(Optional.empty(), Optional.empty(), 1)))
                .containsExactly(latest);
    }

    @Test
    void plansThatNobodyWorksOnAnyMoreHaveFailed() {
        Plan open = plan(NOW);
        Plan ready = plan(NOW).in(PlanState.READY);
        List.of(open, ready).forEach(plan -> plans.keep(DAEMON, plan));

        assertThat(plans.endLost(DAEMON)).isEqualTo(1);
        assertThat(plans.find(DAEMON, open.id()).orElseThrow().state()).isEqualTo(PlanState.FAILED);
        assertThat(plans.find(DAEMON, ready.id())).contains(ready);
    }

    @Test
    void oldPlansAreForgottenWithTheirChanges() {
        Plan old = plan(NOW).in(PlanState.READY);
        Plan open = plan(NOW);
        Plan latest = plan(NOW.plusSeconds(10)).in(PlanState.READY);
        List.of(old, open, latest).forEach(plan -> {
            plans.keep(DAEMON, plan);
            list(plan.id().value()).append(List.of(numbered(1, update("a"))));
        });

        assertThat(plans.purge(NOW.plusSeconds(5))).isEqualTo(1);

        assertThat(plans.find(DAEMON, old.id())).isEmpty();
        assertThat(all(list(old.id().value()))).isEmpty();
        assertThat(all(list(open.id().value()))).hasSize(1);
        assertThat(all(list(latest.id().value()))).hasSize(1);
    }

    @Test
    void changeIsReadAsItWasAppended() {
        ChangeList list = list(UUID.randomUUID());
        ItemChange kept = update("key \u0000 \ud800 é").because(ReconcileMessage.DESCRIBED_TWICE.with("x"));
        list.append(List.of(numbered(1, kept)));

        ItemChange read = all(list).get(0).change();

        assertThat(read.reason().orElseThrow().toString())
                .isEqualTo(kept.reason().orElseThrow().toString());
        assertThat(read.because(kept.reason().orElseThrow())).isEqualTo(kept);
    }

    @Test
    void changesAreFoundByActionTypeAndText() {
        ChangeList list = list(UUID.randomUUID());
        list.append(
                List.of(numbered(1, update("Alpha")), numbered(2, removal("beta_100%")), numbered(3, update("gamma"))));

        assertThat(keys(
                        list,
                        new ChangeQuery(Optional.of(ChangeAction.UPDATE), Optional.empty(), Optional.empty(), 0, 10)))
                .containsExactly("Alpha", "gamma");
        assertThat(keys(list, new ChangeQuery(Optional.empty(), Optional.empty(), Optional.of("ALPHA"), 0, 10)))
                .containsExactly("Alpha");
        assertThat(keys(list, new ChangeQuery(Optional.empty(), Optional.empty(), Optional.of("a_1"), 0, 10)))
                .containsExactly("beta_100%");
        assertThat(keys(
                        list,
                        new ChangeQuery(Optional.empty(), Optional.of(new TypeName("X")), Optional.empty(), 0, 10)))
                .isEmpty();
        assertThat(keys(list, new ChangeQuery(Optional.empty(), Optional.empty(), Optional.empty(), 1, 1)))
                .containsExactly("beta_100%");
    }

    @Test
    void changesThatWereNotMadeAreCutOff() {
        ChangeList list = list(UUID.randomUUID());
        list.append(List.of(numbered(1, update("a")), numbered(2, update("b"))));
        list.cut(2);
        list.append(List.of(numbered(2, update("c"))));

        assertThat(keys(list, ChangeQuery.first(10))).containsExactly("a", "c");
    }

    @Test
    void manyChangesAreComparedByTheirDigests() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        list(one)
                .append(LongStream.rangeClosed(1, 3_000)
                        .mapToObj(number -> numbered(number, update("k" + number)))
                        .toList());
        list(other)
                .append(LongStream.rangeClosed(2, 3_001)
                        .mapToObj(number -> numbered(3_002 - number, update("k" + number)))
                        .toList());

        assertThat(lists.countNotIn(one, other)).isEqualTo(1);
        assertThat(lists.notIn(one, other, 10))
                .extracting(change -> change.key().value())
                .containsExactly("k1");
        assertThat(lists.notIn(other, one, 10))
                .extracting(change -> change.key().value())
                .containsExactly("k3001");
        assertThat(list(one).digestsOf(List.of(new ItemKey("k7"), new ItemKey("none"))))
                .isEqualTo(Map.of(new ItemKey("k7"), Set.of(update("k7").digest())));
    }

    @Test
    void standingChangesComeBackwardsAndLeaveWhenTheyAreUndone() {
        ChangeList list = list(UUID.randomUUID());
        list.append(List.of(numbered(1, update("a")), numbered(2, update("b")), numbered(3, removal("c"))));

        list.undone(List.of(2L));

        assertThat(list.standing(Long.MAX_VALUE, 10))
                .extracting(NumberedChange::number)
                .containsExactly(3L, 1L);
        assertThat(list.standing(3, 10)).extracting(NumberedChange::number).containsExactly(1L);
        assertThat(list.standing(Long.MAX_VALUE, 1))
                .extracting(NumberedChange::number)
                .containsExactly(3L);
    }

    @Test
    void laterRefreshesOfTheSameConnectorChangedAnItem() {
        RunReport first = run(NOW, RunTrigger.SCHEDULE);
        RunReport later = run(NOW.plusSeconds(1), RunTrigger.REQUEST);
        RunReport undo = run(NOW.plusSeconds(2), RunTrigger.UNDO);
        list(first.id().value()).append(List.of(numbered(1, update("a")), numbered(2, update("b"))));
        list(later.id().value()).append(List.of(numbered(1, update("b")), numbered(2, update("d"))));
        list(undo.id().value()).append(List.of(numbered(1, update("a"))));
        lists.list(DAEMON, "another", later.id().value()).append(List.of(numbered(3, update("c"))));
        List<ItemKey> keys = List.of(new ItemKey("a"), new ItemKey("b"), new ItemKey("c"));

        assertThat(list(first.id().value()).changedLater(keys)).containsExactly(new ItemKey("b"));
        assertThat(list(later.id().value()).changedLater(keys)).isEmpty();

        list(later.id().value()).undone(List.of(1L));

        assertThat(list(first.id().value()).changedLater(keys)).isEmpty();
    }

    @Test
    void changesOfOldRunsAreForgottenAndThoseOfPlansAreNot() {
        RunReport old = run(NOW, RunTrigger.SCHEDULE);
        RunReport latest = run(NOW.plusSeconds(10), RunTrigger.SCHEDULE);
        Plan plan = plan(NOW);
        plans.keep(DAEMON, plan);
        for (UUID id : List.of(old.id().value(), latest.id().value(), plan.id().value())) {
            list(id).append(List.of(numbered(1, update("a"))));
        }

        plans.purgeChangesOfRuns(NOW.plusSeconds(5));

        assertThat(all(list(old.id().value()))).isEmpty();
        assertThat(all(list(latest.id().value()))).hasSize(1);
        assertThat(all(list(plan.id().value()))).hasSize(1);
    }

    @Test
    void plansAndUndosAreNoSuccessfulRefreshes() {
        RunReport refresh = run(NOW, RunTrigger.SCHEDULE);
        run(NOW.plusSeconds(1), RunTrigger.PLAN);
        run(NOW.plusSeconds(2), RunTrigger.UNDO);

        assertThat(runs.lastSuccesses(DAEMON).get(CONNECTOR).id()).isEqualTo(refresh.id());

        assertThat(runs.purge(NOW.plus(Duration.ofDays(1)))).isEqualTo(2);
        assertThat(runs.find(DAEMON, refresh.id())).isPresent();
    }

    private void open() {
        DaemonDatabase database = new DaemonDatabase(own.dataSource());
        database.migrate();
        plans = new JdbiPlans(database);
        lists = new JdbiChangeLists(database);
        runs = new JdbiRunHistory(database);
    }

    private ChangeList list(UUID id) {
        return lists.list(DAEMON, CONNECTOR.value(), id);
    }

    private RunReport run(Instant begin, RunTrigger trigger) {
        RunReport run = RunReport.begun(new RunId(UUID.randomUUID()), CONNECTOR, trigger, Optional.empty(), begin);
        runs.begun(DAEMON, run);
        runs.ended(DAEMON, run.ended(RunOutcome.SUCCEEDED, ReconcileReport.NOTHING, Optional.empty(), begin));
        return run;
    }

    private static Plan plan(Instant at) {
        return Plan.requested(
                new PlanId(UUID.randomUUID()),
                CONNECTOR,
                PlanOrigin.REQUEST,
                RefreshMode.REQUESTED,
                "configuration",
                Optional.of(new UserId("garygeeke")),
                at);
    }

    private static List<NumberedChange> all(ChangeList list) {
        return list.read(ChangeQuery.first(10_000));
    }

    private static List<String> keys(ChangeList list, ChangeQuery query) {
        return list.read(query).stream()
                .map(numbered -> numbered.change().key().value())
                .toList();
    }

    private static NumberedChange numbered(long number, ItemChange change) {
        return new NumberedChange(number, change);
    }

    private static ItemChange update(String key) {
        QualifiedName name = new QualifiedName("name of " + key);
        ElementProperties all = ElementProperties.builder()
                .text("text", "é\ud83d\ude00")
                .number("int", 1)
                .longNumber("long", Long.MAX_VALUE)
                .flag("flag", true)
                .date("date", NOW)
                .choice("choice", "ContentStatus", "ACTIVE")
                .list("list", List.of("a", "b"))
                .map("map", Map.of("a", "b"))
                .put("double", new PropertyValue.DecimalNumber(Double.NaN))
                .build();
        return change(
                ChangeAction.UPDATE,
                key,
                List.of(
                        new Difference(
                                name,
                                Difference.Aspect.PROPERTY,
                                "all",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(all)),
                        new Difference(
                                name,
                                Difference.Aspect.LINK,
                                "NestedFile",
                                Optional.of(new Difference.LinkEnd(new Guid("g"), name, true)),
                                Optional.of(ElementProperties.NONE),
                                Optional.empty())));
    }

    private static ItemChange removal(String key) {
        return change(ChangeAction.REMOVE, key, List.of());
    }

    private static ItemChange change(ChangeAction action, String key, List<Difference> differences) {
        LedgerEntry former = new LedgerEntry(
                new ItemKey(key),
                Optional.of(new ItemKey("folder")),
                false,
                new TypeName("CSVFile"),
                new Guid("guid of " + key.length()),
                new QualifiedName("name of " + key),
                Set.of(new TypeName("Confidentiality")),
                "stamp",
                "fingerprint",
                3,
                List.of(new LedgerPart(
                        new QualifiedName("part"), new TypeName("TabularColumn"), new Guid("p"), Set.of(), "f", 2)),
                new LedgerHistory(NOW, Optional.of(NOW), Optional.of("run")));
        return new ItemChange(
                action,
                former.key(),
                former.scope(),
                Optional.of(new ItemKey("before")),
                former.type(),
                former.name(),
                differences,
                "digest of " + action + key.hashCode(),
                Optional.of(former),
                Optional.empty());
    }
}
