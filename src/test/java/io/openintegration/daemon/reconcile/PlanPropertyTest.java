package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is catalogued and described: a plan tells what the refresh does, and does nothing itself. */
class PlanPropertyTest {

    @Property(tries = 400)
    void planIsWhatTheRefreshDoesAndWritesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize) {
        Random random = new Random(seed);
        World world = worldWithHistory(random, batchSize);
        List<Node> tops = ReconcilePropertyTest.tops(random, random.nextInt(4) == 0);
        RefreshMode mode = random.nextBoolean() ? RefreshMode.SCHEDULED : RefreshMode.REQUESTED;
        Set<String> catalogue = world.catalogue();
        int writes = world.store.writeCalls();
        String ledger = PlannedRefresh.ledgerOf(world);

        PlannedRefresh plan = PlannedRefresh.of(world, mode, tops);

        assertThat(world.store.writeCalls()).isEqualTo(writes);
        assertThat(world.catalogue()).isEqualTo(catalogue);
        assertThat(PlannedRefresh.ledgerOf(world)).isEqualTo(ledger);

        ReconcileReport done = world.refresh(mode, tops);

        assertThat(counts(plan.report())).isEqualTo(counts(done));
        assertThat(plan.report().problems()).hasToString(done.problems().toString());
    }

    @Property(tries = 400)
    void planAndThenApplyIsTheRefresh(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize) {
        Random random = new Random(seed);
        World planned = worldWithHistory(random, batchSize);
        World refreshed = worldWithHistory(new Random(seed), batchSize);
        List<Node> tops = ReconcilePropertyTest.tops(random, random.nextInt(4) == 0);
        PlannedRefresh plan = PlannedRefresh.of(planned, RefreshMode.REQUESTED, tops);
        PlannedRefresh again = PlannedRefresh.of(planned, RefreshMode.REQUESTED, tops);

        ReconcileReport applied = plan.apply(planned, tops);
        ReconcileReport done = refreshed.refresh(RefreshMode.REQUESTED, tops);

        assertThat(applied.problems()).hasToString(done.problems().toString());
        assertThat(again.count()).isEqualTo(plan.count());
        assertThat(planned.catalogue()).isEqualTo(refreshed.catalogue());
        assertThat(applied.problems()).hasToString(done.problems().toString());
        assertThat(counts(applied)).isEqualTo(counts(done));
    }

    @Property(tries = 200)
    void nothingButThePlanIsApplied(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize) {
        Random random = new Random(seed);
        World world = worldWithHistory(random, batchSize);
        List<Node> tops = ReconcilePropertyTest.tops(random, false);
        world.refresh(RefreshMode.REQUESTED, tops);
        Set<String> catalogue = world.catalogue();
        PlannedRefresh nothing = PlannedRefresh.of(world, RefreshMode.REQUESTED, tops);

        nothing.apply(world, ReconcilePropertyTest.tops(random, false));

        assertThat(nothing.count().written()).isZero();
        assertThat(world.catalogue()).isEqualTo(catalogue);
    }

    private static World worldWithHistory(Random random, int batchSize) {
        World world = new World();
        world.writer = Writer.OTHER_THREAD;
        world.options =
                new ReconcileOptions(batchSize, random.nextBoolean() ? Change.Removal.ARCHIVE : Change.Removal.PURGE);
        for (int step = random.nextInt(4); step > 0; step--) {
            world.refresh(RefreshMode.REQUESTED, ReconcilePropertyTest.tops(random, false));
        }
        return world;
    }

    private static List<Integer> counts(ReconcileReport report) {
        return List.of(report.created(), report.updated(), report.removed(), report.restored(), report.unchanged());
    }
}
