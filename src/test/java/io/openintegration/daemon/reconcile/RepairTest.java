package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a refresh does where ledger and metadata server disagree, or somebody else is involved. */
class RepairTest {

    private static final Node TOP = Node.folder("top", Node.csv("b", "x", "y"), Node.folder("sub", Node.file("c")));

    private final World world = new World();

    @Test
    void itemThatIsBackAfterItWasArchivedIsRestored() {
        world.scheduled(TOP);
        Guid b = world.element("test::b").guid();
        world.scheduled(Node.folder("top"));
        Node back = Node.folder("top", Node.folder("sub"), Node.csv("b", "y", "z"));

        ReconcileReport report = world.scheduled(back);

        assertThat(report.restored()).isEqualTo(2);
        assertThat(report.problems()).isEmpty();
        assertThat(world.element("test::b").guid()).isEqualTo(b);
        mustHold(back);
    }

    @Test
    void scheduledUpdateOfAnElementThatIsGoneMakesItAgain() {
        world.scheduled(Node.folder("top", Node.file("a", 1)));
        remove("test::a", Change.Removal.PURGE);
        Node after = Node.folder("top", Node.file("a", 2));

        assertThat(world.scheduled(after).created()).isEqualTo(1);
        mustHold(after);
    }

    @Test
    void newItemInAScopeWhoseElementIsGoneBringsTheScopeBack() {
        world.scheduled(TOP);
        remove("test::sub", Change.Removal.PURGE);
        Node after = Node.folder("top", Node.csv("b", "x", "y"), Node.folder("sub", Node.file("c"), Node.file("d")));

        world.scheduled(after);
        world.scheduled(after);

        mustHold(after);
    }

    @Test
    void scheduledRefreshTrustsTheLedger() {
        world.scheduled(TOP);
        remove("test::b", Change.Removal.PURGE);

        assertThat(world.scheduled(TOP).unchanged()).isEqualTo(4);
        assertThat(world.exists("test::b")).isFalse();
    }

    @Test
    void requestedRefreshMakesGoodWhatOthersDid() {
        world.scheduled(TOP);
        edit("test::c");
        edit("test::b::schema::x");
        remove("test::b::schema::y", Change.Removal.PURGE);

        ReconcileReport report = world.requested(TOP);

        assertThat(report.updated()).isEqualTo(2);
        mustHold(TOP);
        mustBeSettled(TOP);
    }

    @Test
    void requestedRefreshBringsBackWhatOthersRemoved() {
        world.scheduled(TOP);
        remove("test::b", Change.Removal.ARCHIVE);
        remove("test::sub", Change.Removal.PURGE);

        ReconcileReport report = world.requested(TOP);

        assertThat(report.restored()).isEqualTo(1);
        assertThat(report.created()).isEqualTo(1);
        mustHold(TOP);
    }

    @Test
    void requestedRefreshHangsBackWhatOthersTookOff() {
        world.scheduled(TOP);
        List.of("test::top", "test::c", "test::b::schema", "test::b::schema::x")
                .forEach(name ->
                        world.byDaemonUser(new Change.Unrelate(linkTo(name).guid())));

        ReconcileReport report = world.requested(TOP);

        assertThat(report.updated()).isEqualTo(3);
        mustHold(TOP);
        mustBeSettled(TOP);
    }

    @Test
    void requestedRefreshPutsLinksBackThatOthersMoved() {
        world.scheduled(TOP);
        world.byDaemonUser(
                new Change.Unrelate(linkTo("test::c").guid()),
                new Change.Relate(
                        new TypeName("NestedFile"),
                        World.ref(world.element("test::top")),
                        World.ref(world.element("test::c")),
                        ElementProperties.NONE));

        assertThat(world.requested(TOP).updated()).isEqualTo(1);
        mustHold(TOP);
    }

    @Test
    void folderThatOthersEditedIsAskedForItsContentOnlyOnce() {
        Node folder = Node.folder(
                "sub",
                IntStream.range(0, 50)
                        .mapToObj(number -> Node.file("f" + number))
                        .toArray(Node[]::new));
        world.scheduled(Node.folder("top", folder));
        edit("test::sub");
        int before = world.failingStore.neighboursRead();

        assertThat(world.requested(Node.folder("top", folder)).updated()).isEqualTo(1);
        mustHold(Node.folder("top", folder));
        assertThat(world.failingStore.neighboursRead() - before).isLessThan(2 * 50);
    }

    @Test
    void requestedRefreshCutsLinksThatOthersAdded() {
        world.scheduled(TOP);
        world.byDaemonUser(new Change.Relate(
                new TypeName("NestedFile"),
                World.ref(world.element("test::top")),
                World.ref(world.element("test::c")),
                ElementProperties.NONE));

        assertThat(world.requested(TOP).updated()).isEqualTo(1);
        mustHold(TOP);
    }

    @Test
    void requestedRefreshPutsPropertiesOfLinksRight() {
        world.scheduled(TOP);
        world.byDaemonUser(new Change.Relate(
                new TypeName("AttributeForSchema"),
                World.ref(world.element("test::b::schema")),
                World.ref(world.element("test::b::schema::y")),
                ElementProperties.builder().number("position", 17).build()));

        assertThat(world.requested(TOP).updated()).isEqualTo(1);
        mustHold(TOP);
        mustBeSettled(TOP);
    }

    @Test
    void linksOfOtherSourcesAreNobodysDiscrepancy() {
        world.scheduled(TOP);
        world.store.apply(
                world.stranger,
                ChangeSet.of(new Change.Relate(
                        new TypeName("DataFlow"),
                        World.ref(world.element("test::c")),
                        World.ref(world.element("test::b")),
                        ElementProperties.NONE)));

        assertThat(world.requested(TOP).unchanged()).isEqualTo(4);
    }

    private Relationship linkTo(String name) {
        Guid element = world.element(name).guid();
        return world.store.relationships().stream()
                .filter(link -> link.end2().equals(element))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void requestedRefreshWritesNothingWhereNothingDiffers() {
        world.scheduled(TOP);
        int writes = world.store.writeCalls();

        assertThat(world.requested(TOP).unchanged()).isEqualTo(4);
        assertThat(world.store.writeCalls()).isEqualTo(writes);
    }

    @Test
    void elementOfAnotherSourceIsLeftAloneAndReported() {
        world.store.apply(world.stranger, ChangeSet.of(World.creation("DataFile", new QualifiedName("test::c"))));
        Set<Element> foreign = world.foreign();

        ReconcileReport report = world.scheduled(TOP);

        assertThat(report.problems())
                .containsExactly(ReconcileMessage.OTHER_SOURCE_OWNS.with("test::c", "source::foreign"));
        assertThat(world.foreign()).isEqualTo(foreign);
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(TOP), Set.of("c")));
    }

    @Test
    void nothingIsCataloguedInAScopeThatBelongsToAnother() {
        world.store.apply(world.stranger, ChangeSet.of(World.creation("FileFolder", new QualifiedName("test::sub"))));

        ReconcileReport report = world.scheduled(TOP);

        assertThat(report.problemCount()).isEqualTo(1);
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(TOP), Set.of("sub")));
    }

    @Test
    void firstConnectorKeepsAnElementThatAnotherDescribesToo() {
        world.scheduled(Node.folder("top", Node.file("a")));
        Reconciler other = new Reconciler(
                world.store, world.ledgerOf("other"), world.daemon, () -> {}, ReconcileOptions.standard());
        ReconcileRun run = other.begin(RefreshMode.SCHEDULED, world.origin());
        World.describe(run, Node.folder("elsewhere", Node.file("a", 7)));

        assertThat(run.finish().problems())
                .containsExactly(ReconcileMessage.OTHER_CONNECTOR_OWNS.with("test::a", "connector"));
        assertThat(world.element("test::a").properties().text("description")).contains("revision 1");
    }

    @Test
    void nameGivenToTwoItemsGoesToTheFirst() {
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        try (DescriptionScope scope = run.open(TOP.itemKey(), Node.folder("top").described(true))) {
            scope.add(new ItemKey("first"), "1", () -> Node.file("a", 1).described(false));
            scope.add(new ItemKey("second"), "1", () -> Node.file("a", 2).described(false));
            scope.complete();
        }

        assertThat(run.finish().problems()).containsExactly(ReconcileMessage.NAME_USED_TWICE.with("test::a"));
        mustHold(Node.folder("top", Node.file("a", 1)));
    }

    @Test
    void connectorThatWasGivenUpWritesNothingMore() {
        world.writeGate = () -> {
            throw new IllegalStateException("given up");
        };
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);

        assertThatThrownBy(() -> World.describe(run, TOP)).hasMessage("given up");
        assertThatThrownBy(run::finish)
                .isInstanceOf(MetadataStoreException.class)
                .hasMessageContaining(ReconcileMessage.REFRESH_BROKEN.id());
        assertThat(world.catalogue()).isEmpty();
        assertThat(world.ledger.topScopes()).isEmpty();
    }

    @Test
    void scopesCloseQuietlyOnceAWriteFailed() {
        world.options = new ReconcileOptions(1, Change.Removal.ARCHIVE);
        world.failingStore.loseAnswerAfter(1);

        assertThatThrownBy(() -> world.scheduled(TOP))
                .isInstanceOf(MetadataStoreException.class)
                .hasNoSuppressedExceptions();
    }

    private void remove(String name, Change.Removal removal) {
        world.byDaemonUser(new Change.RemoveElement(world.element(name).guid(), removal));
    }

    private void edit(String name) {
        world.byDaemonUser(new Change.UpdateElement(
                world.element(name).guid(),
                ElementProperties.builder().text("displayName", "edited").build(),
                true));
    }

    private void mustHold(Node... tops) {
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(tops), Set.of()));
    }

    private void mustBeSettled(Node top) {
        int changes = world.store.changesApplied();
        world.scheduled(top);
        assertThat(world.store.changesApplied()).isEqualTo(changes);
    }
}
