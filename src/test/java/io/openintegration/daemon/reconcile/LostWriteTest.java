package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a refresh does after one of which metadata server and ledger did not both keep the last write. */
class LostWriteTest {

    private static final Node TOP = Node.folder("top", Node.csv("b", "x", "y"), Node.folder("sub", Node.file("c")));

    private final World world = new World();

    @Test
    void whatWasMadeJustBeforeACrashAndIsGoneBeforeTheNextRefreshLeavesNothing() {
        world.scheduled(Node.folder("top"));
        world.ledger.failAfter(1);
        assertThatThrownBy(() ->
                        world.scheduled(Node.folder("top", Node.csv("b", "x"), Node.folder("sub", Node.file("c")))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(world.exists("test::b")).isTrue();
        assertThat(world.exists("test::c")).isTrue();

        ReconcileReport report = world.scheduled(Node.folder("top"));

        assertThat(report.removed()).isEqualTo(3);
        mustHold(Node.folder("top"));
    }

    @Test
    void whatWasMadeInAnElementThatReplacedAFileAndWasPurgedLeavesNothing() {
        world.scheduled(Node.folder("top", Node.file("a")));
        world.ledger.failAfter(1);
        assertThatThrownBy(() -> world.scheduled(Node.folder("top", Node.folder("a", Node.file("b")))))
                .isInstanceOf(IllegalStateException.class);
        world.byDaemonUser(new Change.RemoveElement(world.element("test::a").guid(), Change.Removal.PURGE));

        world.scheduled(Node.folder("top"));

        mustHold(Node.folder("top"));
    }

    @Test
    void elementThatWasRestoredInALostWriteAndIsGoneLeavesNothing() {
        world.scheduled(Node.folder("top", Node.file("a")));
        world.ledger.failAfter(1);
        assertThatThrownBy(() -> world.scheduled(Node.folder("top", Node.csv("a"))))
                .isInstanceOf(IllegalStateException.class);
        world.byDaemonUser(new Change.RemoveElement(world.element("test::a").guid(), Change.Removal.ARCHIVE));
        world.ledger.failAfter(1);
        assertThatThrownBy(() -> world.scheduled(Node.folder("top", Node.csv("a", "x"))))
                .isInstanceOf(IllegalStateException.class);

        world.scheduled(Node.folder("top"));

        mustHold(Node.folder("top"));
    }

    @Test
    void foldersThatSwappedTheirPlacesInALostWriteGo() {
        world.scheduled(Node.folder("top", Node.folder("a", Node.folder("b", Node.file("c")))));
        world.ledger.failAfter(1);
        Node a = Node.folder("a").as(Node.Kind.DATA_FOLDER);
        assertThatThrownBy(() -> world.scheduled(Node.folder("top", Node.folder("b", a, Node.file("c")))))
                .isInstanceOf(IllegalStateException.class);

        world.scheduled(Node.folder("top"));

        mustHold(Node.folder("top"));
    }

    @Test
    void columnThatWasAddedInALostWriteAndIsGoneLeavesNothing() {
        world.scheduled(Node.folder("top", Node.csv("b", "x")));
        world.ledger.failAfter(1);
        assertThatThrownBy(() -> world.scheduled(Node.folder("top", Node.csv("b", "y"))))
                .isInstanceOf(IllegalStateException.class);
        Node after = Node.folder("top", Node.csv("b"));

        world.scheduled(after);

        mustHold(after);
        mustBeSettled(after);
    }

    @Test
    void columnThatWasAddedInALostWriteLeavesNothingInAFileThatMoves() {
        world.scheduled(Node.folder("top", Node.csv("b", "x"), Node.folder("sub")));
        world.ledger.failAfter(1);
        assertThatThrownBy(() -> world.scheduled(Node.folder("top", Node.csv("b", "y"), Node.folder("sub"))))
                .isInstanceOf(IllegalStateException.class);
        Node after = Node.folder("top", Node.folder("sub", Node.csv("b")));

        world.scheduled(after);

        mustHold(after);
        mustBeSettled(after);
    }

    @Test
    void folderThatALostWriteArchivedAndThatIsBackTakesInItsContentAgain() {
        Node sub = Node.folder("sub", Node.file("c"));
        world.scheduled(Node.folder("top", sub));
        world.failingStore.loseAnswerAfter(0);
        assertThatThrownBy(() -> world.scheduled(Node.folder("top"))).isInstanceOf(MetadataStoreException.class);
        Node after = Node.folder("top", Node.folder("sub", Node.file("c"), Node.file("d")));

        ReconcileReport report = world.scheduled(after);

        assertThat(report.problems()).isEmpty();
        mustHold(after);
        mustBeSettled(after);
    }

    @Test
    void elementOfAnotherConnectorIsNoOrphan() {
        world.failingStore.goAwayAfter(0);
        assertThatThrownBy(() -> world.scheduled(Node.folder("top", Node.file("a"))))
                .isInstanceOf(MetadataStoreException.class);
        world.failingStore.loseNoMore();
        ReconcileRun other = new Reconciler(
                        world.store, world.ledgerOf("other"), world.daemon, () -> {}, ReconcileOptions.standard())
                .begin(RefreshMode.SCHEDULED, world.origin());
        World.describe(other, Node.folder("top", Node.file("a")));
        other.finish();

        world.scheduled(Node.folder("elsewhere"));

        mustHold(Node.folder("top", Node.file("a")), Node.folder("elsewhere"));
    }

    @Test
    void lostAnswerIsRepairedByTheNextRefresh() {
        world.failingStore.loseAnswerAfter(0);
        assertThatThrownBy(() -> world.scheduled(TOP)).isInstanceOf(MetadataStoreException.class);
        List<Guid> made = guids();

        ReconcileReport report = world.scheduled(TOP);

        assertThat(report.problems()).isEmpty();
        assertThat(guids()).isEqualTo(made);
        mustHold(TOP);
        mustBeSettled(TOP);
    }

    @Test
    void lostLedgerWriteIsRepairedByTheNextRefresh() {
        world.ledger.failAfter(0);
        assertThatThrownBy(() -> world.scheduled(TOP)).isInstanceOf(IllegalStateException.class);
        Node less = Node.folder("top", Node.csv("b", "y"), Node.folder("sub", Node.file("c")));

        world.scheduled(less);

        mustHold(less);
        mustBeSettled(less);
    }

    @Test
    void columnsThatMovedInALostWriteMoveBack() {
        Node before = Node.folder("top", Node.csv("b", "x", "y"));
        world.scheduled(before);
        world.ledger.failAfter(1);
        assertThatThrownBy(() -> world.scheduled(Node.folder("top", Node.csv("b", "y", "x"))))
                .isInstanceOf(IllegalStateException.class);

        world.scheduled(before);

        mustHold(before);
        mustBeSettled(before);
    }

    @Test
    void partThatMovesAfterALostWriteHangsOnItsNewParentOnly() {
        refreshWithNested("x", "1");
        world.ledger.failAfter(1);
        assertThatThrownBy(() -> refreshWithNested("x", "2")).isInstanceOf(IllegalStateException.class);

        refreshWithNested("y", "3");

        Guid nested = world.element("test::b::schema::nested").guid();
        assertThat(world.store.relationships())
                .filteredOn(link -> link.end2().equals(nested))
                .extracting(Relationship::end1)
                .containsExactly(world.element("test::b::schema::y").guid());
    }

    /** A table of columns {@code x} and {@code y}, one of which holds another. */
    private void refreshWithNested(String holder, String revision) {
        Node table = Node.csv("b");
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        try (DescriptionScope scope = run.open(TOP.itemKey(), Node.folder("top").described(true))) {
            scope.add(table.itemKey(), revision, () -> nesting(table.described(false), holder, revision));
            scope.complete();
        }
        run.finish();
    }

    private static ItemDescription nesting(ItemDescription table, String holder, String revision) {
        PartDescription nested = column("nested", revision, "NestedSchemaAttribute", List.of());
        List<PartDescription> columns = Stream.of("x", "y")
                .map(name -> column(name, "1", "AttributeForSchema", name.equals(holder) ? List.of(nested) : List.of()))
                .toList();
        PartDescription schema = new PartDescription(
                new TypeName("TabularSchemaType"),
                new QualifiedName("test::b::schema"),
                ElementProperties.NONE,
                Map.of(),
                ItemLink.from("Schema"),
                columns);
        return new ItemDescription(
                table.type(),
                table.qualifiedName(),
                table.properties(),
                table.classifications(),
                table.link(),
                List.of(schema));
    }

    private static PartDescription column(String name, String revision, String link, List<PartDescription> nested) {
        return new PartDescription(
                new TypeName("TabularFileColumn"),
                new QualifiedName("test::b::schema::" + name),
                ElementProperties.builder().text("description", revision).build(),
                Map.of(),
                ItemLink.from(link),
                nested);
    }

    private List<Guid> guids() {
        return world.store.elements().stream().map(Element::guid).toList();
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
