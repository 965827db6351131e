package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.MetadataStoreException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A metadata server whose change sets are not atomic, as all are that are reached by single calls: a write that breaks off leaves some
 * of its changes done, in the order in which they depend on each other. The next refresh puts that right.
 */
class BrokenHalfTest {

    static List<Integer> seeds() {
        return IntStream.range(0, 400).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nextRefreshPutsRightWhatBrokeOffHalfWay(int seed) {
        Random random = new Random(seed);
        World world = new World();
        world.options = new ReconcileOptions(1 + random.nextInt(10), world.options.removal());
        for (int round = 0; round < 3; round++) {
            List<Node> broken = ReconcilePropertyTest.tops(random, false);
            world.failingStore.breakOffAfter(random.nextInt(3), random);
            refreshed(world, broken);
            world.failingStore.loseNoMore();
            List<Node> tops = random.nextBoolean() ? broken : ReconcilePropertyTest.tops(random, false);

            ReconcileReport report = world.refresh(RefreshMode.SCHEDULED, tops);

            assertThat(report.problems()).as("seed %d, round %d", seed, round).isEmpty();
            assertThat(world.catalogue())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(World.expected(tops, Set.of()));
            int changes = world.store.changesApplied();
            world.refresh(RefreshMode.SCHEDULED, tops);
            assertThat(world.store.changesApplied())
                    .as("settled, seed %d", seed)
                    .isEqualTo(changes);
        }
    }

    /** May succeed where it had less to write. */
    private static void refreshed(World world, List<Node> tops) {
        try {
            world.refresh(RefreshMode.SCHEDULED, tops);
        } catch (MetadataStoreException broken) {
            assertThat(broken.kind()).isEqualTo(MetadataStoreException.Kind.UNAVAILABLE);
        }
    }
}
