package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final UndoableRefresh refresh = UndoableRefresh.run(world, new InMemoryChangeLists(), List.of(TOP));

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
