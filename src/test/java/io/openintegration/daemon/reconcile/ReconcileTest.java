package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.Node.Kind;
import io.openintegration.daemon.reconcile.Node.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a refresh does with what is new, different, moved or gone. */
class ReconcileTest {

    private final World world = new World();

    @Test
    void whatIsDescribedIsCatalogued() {
        Node top = Node.folder("top", Node.file("a"), Node.csv("b", "x", "y"), Node.folder("sub", Node.file("c2")));

        ReconcileReport report = world.scheduled(top);

        assertThat(report).isEqualTo(new ReconcileReport(5, 0, 0, 0, 0, 0, List.of(), 0));
        mustHold(top);
    }

    @Test
    void unchangedRefreshAsksTheMetadataServerNothing() {
        Node top = Node.folder("top", Node.csv("b", "x"), Node.folder("sub", Node.file("c")));
        world.scheduled(top);
        int calls = world.failingStore.calls();

        ReconcileReport report = world.scheduled(top);

        assertThat(report).isEqualTo(new ReconcileReport(0, 0, 0, 0, 4, 0, List.of(), 0));
        assertThat(world.failingStore.calls()).isEqualTo(calls);
    }

    @Test
    void itemWithTheSameStampIsNotAskedForItsDescription() {
        world.scheduled(Node.folder("top", Node.file("a")));
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        try (DescriptionScope scope = openTop(run)) {
            scope.add(Node.file("a").itemKey(), Node.file("a").stamp(), () -> {
                throw new AssertionError("asked");
            });
            scope.complete();
        }
        assertThat(run.finish().unchanged()).isEqualTo(2);
    }

    @Test
    void otherStampWithTheSameDescriptionOnlyRenewsTheLedger() {
        world.scheduled(Node.folder("top", Node.file("a")));
        int writes = world.store.writeCalls();
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        try (DescriptionScope scope = openTop(run)) {
            scope.add(Node.file("a").itemKey(), "touched", () -> Node.file("a").described(false));
            scope.complete();
        }

        assertThat(run.finish()).isEqualTo(new ReconcileReport(0, 0, 0, 0, 2, 0, List.of(), 0));
        assertThat(world.store.writeCalls()).isEqualTo(writes);
        assertThat(world.ledger.find(Node.file("a").itemKey()).orElseThrow().stamp())
                .isEqualTo("touched");
    }

    @Test
    void changedItemIsUpdatedAndKeepsItsElement() {
        world.scheduled(Node.folder("top", Node.file("a2", 1)));
        Guid before = world.element(Node.file("a2")).guid();
        Node after = Node.folder("top", Node.file("a2", 2));

        ReconcileReport report = world.scheduled(after);

        assertThat(report.updated()).isEqualTo(1);
        assertThat(world.element(Node.file("a2")).guid()).isEqualTo(before);
        mustHold(after);
    }

    @Test
    void classificationThatIsNoLongerDescribedIsTakenAwayAndOthersStay() {
        Node classified = Node.file("a2", 1);
        world.scheduled(Node.folder("top", classified));
        Element element = world.element(classified);
        world.byDaemonUser(
                new Change.Classify(World.ref(element), new TypeName("Confidentiality"), ElementProperties.NONE));
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        try (DescriptionScope scope = openTop(run)) {
            scope.add(classified.itemKey(), "other", () -> withoutClassifications(classified));
            scope.complete();
        }
        run.finish();

        assertThat(world.element(classified).classifications().keySet())
                .contains(new TypeName("Confidentiality"))
                .doesNotContain(new TypeName("DataAssetEncoding"));
    }

    @Test
    void columnsAreAddedRemovedAndReorderedWithoutTouchingTheOthers() {
        world.scheduled(Node.folder("top", Node.csv("b", "x", "y", "z")));
        Guid y = world.element("test::b::schema::y").guid();
        Node after = Node.folder("top", Node.csv("b", "new", "z", "y"));

        world.scheduled(after);

        mustHold(after);
        assertThat(world.element("test::b::schema::y").guid()).isEqualTo(y);
        assertThat(world.exists("test::b::schema::x")).isFalse();
    }

    @Test
    void reclassifiedItemIsReplacedUnderTheSameName() {
        world.scheduled(Node.folder("top", Node.csv("b", "x")));
        Node after = Node.folder("top", Node.file("b"));

        assertThat(world.scheduled(after).updated()).isEqualTo(1);

        mustHold(after);
    }

    @Test
    void reclassifiedScopeKeepsItsContentEvenWhereThatIsNotReadAgain() {
        Node before = Node.folder("top", Node.folder("sub", Node.file("a"), Node.folder("deep")));
        world.scheduled(before);
        Guid a = world.element(Node.file("a")).guid();

        world.scheduled(
                Node.folder("top", Node.folder("sub").as(Kind.DATA_FOLDER).read(Reading.INCOMPLETE)));

        mustHold(Node.folder(
                "top", Node.folder("sub", Node.file("a"), Node.folder("deep")).as(Kind.DATA_FOLDER)));
        assertThat(world.element(Node.file("a")).guid()).isEqualTo(a);
    }

    @Test
    void fileThatBecomesAFolderAndBackWorks() {
        world.scheduled(Node.folder("top", Node.file("a")));
        Node folder = Node.folder("top", Node.folder("a", Node.file("b")));
        world.scheduled(folder);
        mustHold(folder);

        Node file = Node.folder("top", Node.file("a"));
        world.scheduled(file);
        mustHold(file);
    }

    @Test
    void vanishedItemIsArchivedWithItsParts() {
        world.scheduled(Node.folder("top", Node.file("a"), Node.csv("b", "x")));

        ReconcileReport report = world.scheduled(Node.folder("top", Node.file("a")));

        assertThat(report.removed()).isEqualTo(1);
        assertThat(world.element("test::b").isArchived()).isTrue();
        assertThat(world.element("test::b::schema::x").isArchived()).isTrue();
    }

    @Test
    void vanishedItemIsPurgedWhereThatIsWanted() {
        world.options = new ReconcileOptions(500, Change.Removal.PURGE);
        world.scheduled(Node.folder("top", Node.csv("b", "x")));

        world.scheduled(Node.folder("top"));

        assertThat(world.exists("test::b")).isFalse();
        assertThat(world.exists("test::b::schema::x")).isFalse();
    }

    @Test
    void vanishedScopeIsRetiredWithItsContentChildrenFirst() {
        world.options = new ReconcileOptions(1, Change.Removal.PURGE);
        world.scheduled(Node.folder("top", Node.folder("sub", Node.folder("deep", Node.file("a")))));
        List<Guid> childrenFirst = List.of(
                world.element("test::a").guid(),
                world.element("test::deep").guid(),
                world.element("test::sub").guid());
        int before = world.failingStore.applied().size();

        ReconcileReport report = world.scheduled(Node.folder("top"));

        assertThat(report.removed()).isEqualTo(3);
        assertThat(world.failingStore.applied().stream()
                        .skip(before)
                        .flatMap(set -> set.changes().stream())
                        .map(change -> ((Change.RemoveElement) change).element()))
                .isEqualTo(childrenFirst);
        mustHold(Node.folder("top"));
    }

    @Test
    void topScopeThatIsNoLongerOpenedIsRetired() {
        Node one = Node.folder("one", Node.file("a"));
        world.scheduled(one, Node.folder("two", Node.file("b")));

        assertThat(world.scheduled(one).removed()).isEqualTo(2);
        mustHold(one);
    }

    @Test
    void topScopeStaysWhereTheRefreshWasNotComplete() {
        Node one = Node.folder("one", Node.file("a"));
        Node two = Node.folder("two", Node.file("b"));
        world.scheduled(one, two);

        ReconcileReport report = world.scheduled(one.read(Reading.INCOMPLETE));

        assertThat(report.removed()).isZero();
        assertThat(ids(report))
                .containsExactly(ReconcileMessage.SCOPE_INCOMPLETE.id(), ReconcileMessage.TOP_SCOPES_KEPT.id());
        mustHold(one, two);
    }

    @Test
    void refreshThatDescribesNothingAtAllRemovesNothing() {
        Node one = Node.folder("one", Node.file("a"));
        world.scheduled(one);

        assertThat(ids(world.scheduled())).containsExactly(ReconcileMessage.NOTHING_DESCRIBED.id());
        mustHold(one);
    }

    @Test
    void incompleteScopeRemovesNothingAndIsNamed() {
        Node before = Node.folder("top", Node.folder("sub", Node.file("a"), Node.folder("deep", Node.file("b"))));
        world.scheduled(before);

        ReconcileReport report =
                world.scheduled(Node.folder("top", Node.folder("sub").read(Reading.INCOMPLETE)));

        assertThat(report.problems()).containsExactly(ReconcileMessage.SCOPE_INCOMPLETE.with("test::sub"));
        mustHold(before);
    }

    @Test
    void unreadableItemKeepsWhatIsCatalogued() {
        Node before = Node.folder("top", Node.csv("b", "x"));
        world.scheduled(before);

        ReconcileReport report =
                world.scheduled(Node.folder("top", Node.csv("b").read(Reading.UNREADABLE)));

        assertThat(report.problemCount()).isEqualTo(1);
        mustHold(before);
    }

    @Test
    void itemWhoseDescriptionFailsIsNotTakenForGone() {
        Node before = Node.folder("top", Node.file("a"));
        world.scheduled(before);
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        try (DescriptionScope scope = openTop(run)) {
            assertThatThrownBy(() -> scope.add(Node.file("a").itemKey(), "other", () -> {
                        throw new IllegalArgumentException("cannot be read");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            scope.unreadable(Node.file("a").itemKey(), ReconcileMessage.SCOPE_INCOMPLETE.with("a"));
            scope.complete();
        }

        assertThat(run.finish().problemCount()).isEqualTo(1);
        mustHold(before);
    }

    @Test
    void movedItemHangsOnItsNewScopeOnlyWhicheverScopeIsReadFirst() {
        Node atOne = Node.folder("top", Node.folder("one", Node.csv("b", "x")), Node.folder("two"));
        Node atTwo = Node.folder("top", Node.folder("one"), Node.folder("two", Node.csv("b", "x")));
        world.options = new ReconcileOptions(1, Change.Removal.PURGE);
        world.scheduled(atOne);
        Guid guid = world.element("test::b").guid();

        assertThat(world.scheduled(atTwo).updated()).isEqualTo(1);
        mustHold(atTwo);
        assertThat(world.scheduled(atOne).updated()).isEqualTo(1);
        mustHold(atOne);

        assertThat(world.element("test::b").guid()).isEqualTo(guid);
    }

    @Test
    void movedScopeTakesItsContentAlong() {
        world.scheduled(Node.folder("top", Node.folder("sub", Node.file("a"))), Node.folder("other"));
        Node top = Node.folder("top");
        Node other = Node.folder("other", Node.folder("sub", Node.file("a")));

        ReconcileReport report = world.scheduled(top, other);

        assertThat(report.removed()).isZero();
        assertThat(report.created()).isZero();
        mustHold(top, other);
    }

    @Test
    void itemDescribedTwiceInAScopeCountsOnce() {
        Node top = Node.folder("top", Node.file("a"), Node.file("a", 5));

        ReconcileReport report = world.scheduled(top);

        assertThat(ids(report)).containsExactly(ReconcileMessage.DESCRIBED_TWICE.id());
        mustHold(Node.folder("top", Node.file("a")));
    }

    @Test
    void itemDescribedInTwoScopesStaysWhereItIsCatalogued() {
        Node first = Node.folder("top", Node.folder("one", Node.file("a")), Node.folder("two"));
        world.scheduled(first);

        ReconcileReport report = world.scheduled(
                Node.folder("top", Node.folder("one", Node.file("a")), Node.folder("two", Node.file("a"))));

        assertThat(ids(report)).containsExactly(ReconcileMessage.DESCRIBED_TWICE.id());
        mustHold(first);
    }

    @Test
    void scopeOpenedTwiceCountsOnceAndRemovesNothing() {
        Node sub = Node.folder("sub", Node.file("a"));

        ReconcileReport report = world.scheduled(Node.folder("top", sub, Node.folder("sub")));

        assertThat(ids(report)).containsExactly(ReconcileMessage.DESCRIBED_TWICE.id());
        mustHold(Node.folder("top", sub));
    }

    @Test
    void connectorWithoutMetadataSourceHasUnlinkedTopScopes() {
        Reconciler reconciler = new Reconciler(
                world.store,
                world.ledger,
                new Requester(world.daemon.user(), Optional.empty()),
                () -> {},
                ReconcileOptions.standard());
        ReconcileRun run = reconciler.begin(RefreshMode.SCHEDULED, world.origin());
        World.describe(run, Node.folder("top", Node.file("a")));

        assertThat(run.finish().created()).isEqualTo(2);
        assertThat(world.store.relationships()).singleElement().satisfies(link -> assertThat(link.type())
                .isEqualTo(new TypeName("NestedFile")));
    }

    @Test
    void changeSetsAreBoundedAndHoldAnItemWhole() {
        world.options = new ReconcileOptions(2, Change.Removal.ARCHIVE);
        Node top = Node.folder("top", Node.csv("b", "x"), Node.file("c"), Node.csv("d", "y"), Node.file("e"));

        world.scheduled(top);

        assertThat(world.failingStore.applied()).hasSize(3);
        mustHold(top);
    }

    private DescriptionScope openTop(ReconcileRun run) {
        Node top = Node.folder("top");
        return run.open(top.itemKey(), top.described(true));
    }

    private static ItemDescription withoutClassifications(Node node) {
        ItemDescription item = node.described(false);
        return new ItemDescription(
                item.type(), item.qualifiedName(), item.properties(), Map.of(), item.link(), item.parts());
    }

    private void mustHold(Node... tops) {
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(tops), Set.of()));
    }

    private static List<String> ids(ReconcileReport report) {
        return report.problems().stream().map(Message::id).toList();
    }
}
