package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.reconcile.Difference.Aspect;
import io.openintegration.daemon.testing.InMemoryChangeLists;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What plans and lists of changes say of single items. */
class PlanTellsTest {

    private final World world = new World();

    @Test
    void oldAndNewValuesOfWhatDiffersAndNothingElse() {
        world.scheduled(Node.folder("top", Node.file("a2", 1), Node.file("b", 1)));

        ItemChange change = only(Node.folder("top", Node.file("a2", 2), Node.file("b", 1)));

        assertThat(change.action()).isEqualTo(ChangeAction.UPDATE);
        assertThat(change.differences())
                .extracting(Difference::aspect, Difference::name)
                .containsExactly(
                        tuple(Aspect.PROPERTY, "description"), tuple(Aspect.CLASSIFICATION, "DataAssetEncoding"));
        Difference description = change.differences().get(0);
        assertThat(description.before().orElseThrow().text("description")).contains("revision 1");
        assertThat(description.after().orElseThrow().text("description")).contains("revision 2");
    }

    @Test
    void moveNamesBothScopesAndThePartsThatComeAndGo() {
        world.scheduled(Node.folder("top", Node.folder("one", Node.csv("a", "x", "y")), Node.folder("two")));

        ItemChange change = only(Node.folder("top", Node.folder("one"), Node.folder("two", Node.csv("a", "x", "z"))));

        assertThat(change.action()).isEqualTo(ChangeAction.MOVE);
        assertThat(change.formerScope()).contains(Node.file("one").itemKey());
        assertThat(change.scope()).contains(Node.file("two").itemKey());
        assertThat(change.differences())
                .filteredOn(difference -> difference.aspect() == Aspect.PART)
                .extracting(difference ->
                        difference.element() + " " + difference.after().isPresent())
                .containsExactlyInAnyOrder("test::a::schema::y false", "test::a::schema::z true");
    }

    @Test
    void editByOthersIsTheOldValue() {
        world.scheduled(Node.folder("top", Node.file("a")));
        world.byDaemonUser(new Change.UpdateElement(
                world.element("test::a").guid(),
                ElementProperties.builder().text("displayName", "edited").build(),
                true));

        ItemChange change = only(Node.folder("top", Node.file("a")));

        assertThat(change.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.before().orElseThrow().text("displayName")).contains("edited");
            assertThat(difference.after().orElseThrow().text("displayName")).contains("a");
        });
    }

    @Test
    void heldBackRemovalsAreToldOf() {
        Node[] files = IntStream.range(0, 30)
                .mapToObj(number -> Node.file("f" + number))
                .toArray(Node[]::new);
        world.options = world.options.with(Change.Removal.ARCHIVE, RemovalGuards.STANDARD);
        world.scheduled(Node.folder("top", files));

        PlannedRefresh plan =
                PlannedRefresh.of(world, RefreshMode.REQUESTED, List.of(Node.folder("top", Node.file("f0"))));

        assertThat(plan.count().written()).isZero();
        assertThat(plan.all()).hasSize(29).allSatisfy(change -> assertThat(change.action())
                .isEqualTo(ChangeAction.HOLD_BACK));
    }

    @Test
    void whatOthersChangedSinceIsLeftPropertyByProperty() {
        InMemoryChangeLists lists = new InMemoryChangeLists();
        UndoableRefresh.run(world, lists, List.of(Node.folder("top", Node.file("a2", 1))));
        UndoableRefresh second = UndoableRefresh.run(world, lists, List.of(Node.folder("top", Node.file("a2", 2))));
        world.byDaemonUser(new Change.UpdateElement(
                world.element("test::a2").guid(),
                ElementProperties.builder().text("description", "edited").build(),
                true));

        ReconcileReport undone = second.undo(world);

        assertThat(world.element("test::a2").properties().text("description")).contains("edited");
        assertThat(world.element("test::a2").classifications().toString()).contains("encoding 1");
        assertThat(undone.updated()).isEqualTo(1);
        assertThat(undone.problems()).singleElement().satisfies(left -> assertThat(left.toString())
                .contains("INTEGRATION-DAEMON-RECONCILE-0031", "description", "test::a2"));
    }

    @Test
    void whatALaterRefreshChangedIsLeftUntilThatIsUndone() {
        InMemoryChangeLists lists = new InMemoryChangeLists();
        UndoableRefresh first = UndoableRefresh.run(world, lists, List.of(Node.folder("top", Node.file("a", 1))));
        UndoableRefresh second = UndoableRefresh.run(world, lists, List.of(Node.folder("top", Node.file("a", 2))));

        assertThat(first.undo(world).problems())
                .extracting(left -> left.id())
                .containsExactlyInAnyOrder("INTEGRATION-DAEMON-RECONCILE-0030", "INTEGRATION-DAEMON-RECONCILE-0035");
        assertThat(world.catalogue()).isNotEmpty();

        second.undo(world);
        assertThat(first.undo(world).problems()).isEmpty();
        assertThat(world.catalogue()).isEmpty();
    }

    @Test
    void elementThatOthersEditedAfterItWasMadeStays() {
        InMemoryChangeLists lists = new InMemoryChangeLists();
        UndoableRefresh first = UndoableRefresh.run(world, lists, List.of(Node.folder("top", Node.file("a"))));
        world.byDaemonUser(new Change.UpdateElement(
                world.element("test::a").guid(),
                ElementProperties.builder().text("displayName", "edited").build(),
                true));

        ReconcileReport undone = first.undo(world);

        assertThat(undone.removed()).isZero();
        assertThat(world.element("test::a").isArchived()).isFalse();
        assertThat(undone.problems()).hasSize(2);
    }

    private ItemChange only(Node top) {
        List<ItemChange> all =
                PlannedRefresh.of(world, RefreshMode.REQUESTED, List.of(top)).all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
