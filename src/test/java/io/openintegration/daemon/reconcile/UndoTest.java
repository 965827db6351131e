package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.testing.InMemoryChangeLists;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an undo leaves, since others have come to rely on it. */
class UndoTest {

    private static final Node USED = Node.csv("used", "a");
    private static final Node TOP = Node.folder("top", USED, Node.file("other"), Node.folder("sub", Node.file("deep")));

    private final World world = new World();
    private final InMemoryChangeLists lists = new InMemoryChangeLists();
    private final UndoableRefresh refresh = UndoableRefresh.run(world, lists, List.of(TOP));

    @Test
    void whatWasMadeIsTakenAway() {
        assertThat(refresh.undo(world).removed()).isEqualTo(5);
        assertThat(world.catalogue()).isEmpty();
    }

    @Test
    void itemToWhichOthersRelatedSomethingStaysWithItsFolder() {
        giveMeaningTo("test::used");

        ReconcileReport planned = refresh.planUndo(world);
        ReconcileReport report = refresh.undo(world);

        assertThat(report.removed()).isEqualTo(3);
        assertThat(planned.removed()).isEqualTo(3);
        assertThat(report.problems())
                .containsExactlyInAnyOrder(
                        UndoMessage.EDITED.with("test::used", "SemanticAssignment"),
                        UndoMessage.HOLDS_CONTENT.with("test::top"));
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(Node.folder("top", USED)), Set.of()));
    }

    @Test
    void partAndFolderCountAsWell() {
        giveMeaningTo("test::used::schema::a");
        giveMeaningTo("test::sub");

        ReconcileReport report = refresh.undo(world);

        assertThat(report.problems())
                .contains(
                        UndoMessage.EDITED.with("test::used", "SemanticAssignment"),
                        UndoMessage.EDITED.with("test::sub", "SemanticAssignment"));
        assertThat(world.catalogue())
                .isEqualTo(World.expected(List.of(Node.folder("top", USED, Node.folder("sub"))), Set.of()));
    }

    @Test
    void partThatWasDroppedIsListedAsPurgedAndTheRestComesBack() {
        Node narrower = new Node("used", Node.Kind.CSV, 2, List.of("b"), List.of(), Node.Reading.WHOLE);
        UndoableRefresh second =
                UndoableRefresh.run(world, lists, List.of(Node.folder("top", narrower, Node.file("other", 2))));
        assertThat(world.exists("test::used::schema::a")).isFalse();
        ChangeList plannedList = lists.list("planned undo");
        ChangeList doneList = lists.list("undo");
        Set<String> before = world.catalogue();

        ReconcileReport planned = second.planUndo(world, NotedChanges.all(plannedList));
        assertThat(world.catalogue()).isEqualTo(before);
        ReconcileReport done = second.undo(world, NotedChanges.all(doneList));

        Message purged = UndoMessage.PURGED.with("test::used::schema::a");
        assertThat(planned.problems()).containsExactly(purged);
        assertThat(done).isEqualTo(planned);
        assertThat(left(plannedList)).containsExactly(purged);
        assertThat(left(doneList)).containsExactly(purged);
        assertThat(done.updated()).isEqualTo(2);
        assertThat(done.restored()).isEqualTo(2);
        assertThat(world.catalogue())
                .isEqualTo(World.expected(
                        List.of(Node.folder(
                                "top", Node.csv("used"), Node.file("other"), Node.folder("sub", Node.file("deep")))),
                        Set.of()));
    }

    private static List<Message> left(ChangeList list) {
        return list.read(ChangeQuery.first(100)).stream()
                .map(NumberedChange::change)
                .filter(change -> change.action() == ChangeAction.LEAVE)
                .map(change -> change.reason().orElseThrow())
                .toList();
    }

    private void giveMeaningTo(String element) {
        QualifiedName term = new QualifiedName("term of " + element);
        world.store.apply(
                world.stranger,
                ChangeSet.of(
                        World.creation("GlossaryTerm", term),
                        new Change.Relate(
                                new TypeName("SemanticAssignment"),
                                ElementRef.to(world.element(element).guid()),
                                ElementRef.to(term),
                                ElementProperties.NONE)));
    }
}
