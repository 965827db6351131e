package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.testing.InMemoryChangeLists;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever a refresh did: undone, it has not been, apart from what it purged. */
class UndoPropertyTest {

    @Property(tries = 300)
    void undoneRefreshHasNotBeen(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize) {
        Random random = new Random(seed);
        World world = world(batchSize);
        InMemoryChangeLists lists = new InMemoryChangeLists();
        UndoableRefresh.run(world, lists, gentle(random));
        Set<String> before = world.catalogue();
        UndoableRefresh refresh = UndoableRefresh.run(world, lists, gentle(random));

        ReconcileReport undone = refresh.undo(world);

        assertThat(undone.problems()).isEmpty();
        assertThat(world.catalogue()).isEqualTo(before);
        assertThat(world.catalogueInLedger()).isEqualTo(before);
    }

    @Property(tries = 300)
    void refreshesAreUndoneOneAfterTheOther(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize) {
        Random random = new Random(seed);
        World world = world(batchSize);
        InMemoryChangeLists lists = new InMemoryChangeLists();
        UndoableRefresh first = UndoableRefresh.run(world, lists, gentle(random));
        UndoableRefresh second = UndoableRefresh.run(world, lists, gentle(random));
        UndoableRefresh third = UndoableRefresh.run(world, lists, gentle(random));

        assertThat(third.undo(world).problems()).isEmpty();
        assertThat(second.undo(world).problems()).isEmpty();
        assertThat(first.undo(world).problems()).isEmpty();

        assertThat(world.catalogue()).isEmpty();
        assertThat(world.ledger.topScopes()).isEmpty();
    }

    @Property(tries = 300)
    void undoThatWasInterruptedIsRepeated(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize) {
        Random random = new Random(seed);
        World world = world(batchSize);
        InMemoryChangeLists lists = new InMemoryChangeLists();
        UndoableRefresh.run(world, lists, gentle(random));
        Set<String> before = world.catalogue();
        UndoableRefresh refresh = UndoableRefresh.run(world, lists, gentle(random));
        if (random.nextBoolean()) {
            world.failingStore.loseAnswerAfter(random.nextInt(6));
        } else {
            world.ledger.failAfter(random.nextInt(6));
        }
        try {
            refresh.undo(world);
        } catch (MetadataStoreException | IllegalStateException interrupted) {
            assertThat(interrupted).isNotNull();
        }
        world.failingStore.loseNoMore();
        world.ledger.failNoMore();

        refresh.undo(world);

        assertThat(world.catalogue()).isEqualTo(before);
    }

    @Property(tries = 300)
    void plannedUndoTellsWhatTheUndoDoesAndWritesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize) {
        Random random = new Random(seed);
        World world = world(batchSize);
        InMemoryChangeLists lists = new InMemoryChangeLists();
        UndoableRefresh.run(world, lists, ReconcilePropertyTest.tops(random, false));
        UndoableRefresh refresh = UndoableRefresh.run(world, lists, ReconcilePropertyTest.tops(random, false));
        if (random.nextBoolean()) {
            ReconcilePropertyTest.meddle(world, random);
        }
        Set<String> before = world.catalogue();
        String ledger = PlannedRefresh.ledgerOf(world);

        ReconcileReport planned = refresh.planUndo(world);

        assertThat(world.catalogue()).isEqualTo(before);
        assertThat(PlannedRefresh.ledgerOf(world)).isEqualTo(ledger);

        ReconcileReport undone = refresh.undo(world);

        assertThat(planned).hasToString(undone.toString());
    }

    @Property(tries = 300)
    void afterAnUndoTheNextRefreshPutsEverythingRight(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize) {
        Random random = new Random(seed);
        World world = world(batchSize);
        InMemoryChangeLists lists = new InMemoryChangeLists();
        UndoableRefresh.run(world, lists, ReconcilePropertyTest.tops(random, false));
        UndoableRefresh refresh = UndoableRefresh.run(world, lists, ReconcilePropertyTest.tops(random, false));
        if (random.nextBoolean()) {
            ReconcilePropertyTest.meddle(world, random);
        }
        refresh.undo(world);
        List<Node> tops = ReconcilePropertyTest.tops(random, false);

        world.refresh(RefreshMode.REQUESTED, tops);
        world.refresh(RefreshMode.REQUESTED, tops);

        assertThat(world.catalogueInLedger()).isEqualTo(World.expected(tops, Set.of()));
    }

    private static World world(int batchSize) {
        World world = new World();
        world.options = new ReconcileOptions(batchSize, Change.Removal.ARCHIVE);
        return world;
    }

    /** Nothing changes its type, and no columns go: that purges elements. */
    private static List<Node> gentle(Random random) {
        return ReconcilePropertyTest.tops(random, false).stream()
                .map(UndoableRefresh::gentle)
                .toList();
    }
}
