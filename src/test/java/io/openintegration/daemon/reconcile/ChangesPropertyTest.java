package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change.Removal;
import io.openintegration.daemon.metadata.DescriptionScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever changes in a third party: a connector that describes the changed folders alone comes to the same end. */
class ChangesPropertyTest {

    @Property(tries = 400)
    void changesOfAllChangedFoldersAreEnough(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize, @ForAll Writer writer) {
        Random random = new Random(seed);
        World world = world(batchSize, random, writer);
        List<Node> now = ReconcilePropertyTest.tops(random, false);
        world.refresh(RefreshMode.SCHEDULED, now);
        for (int step = 0; step < 4; step++) {
            List<Node> before = now;
            do {
                now = ReconcilePropertyTest.tops(random, false);
            } while (!keys(now).equals(keys(before)));
            List<Node> changed = changed(before, now);

            changes(world, before, changed);
            assertThat(world.catalogue()).as("after changes in step %s", step).isEqualTo(World.expected(now, Set.of()));

            ReconcileReport report = world.refresh(RefreshMode.SCHEDULED, now);
            assertThat(report.created() + report.updated() + report.removed() + report.restored())
                    .isZero();
            assertThat(report.problems()).isEmpty();
        }
    }

    @Property(tries = 400)
    void scheduledRefreshMakesUpForChangesThatWereNotHeardOf(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize, @ForAll Writer writer) {
        Random random = new Random(seed);
        World world = world(batchSize, random, writer);
        List<Node> now = ReconcilePropertyTest.tops(random, false);
        world.refresh(RefreshMode.SCHEDULED, now);
        for (int step = 0; step < 4; step++) {
            List<Node> before = now;
            now = ReconcilePropertyTest.tops(random, false);
            List<Node> changed = new ArrayList<>(changed(before, now));
            changed.removeIf(any -> random.nextBoolean());

            changes(world, before, changed);
            ReconcileReport report = world.refresh(RefreshMode.SCHEDULED, now);

            assertThat(report.problems()).isEmpty();
            assertThat(world.catalogue()).as("in step %s", step).isEqualTo(World.expected(now, Set.of()));
        }
    }

    private static World world(int batchSize, Random random, Writer writer) {
        World world = new World();
        world.writer = writer;
        world.options = new ReconcileOptions(batchSize, random.nextBoolean() ? Removal.ARCHIVE : Removal.PURGE);
        return world;
    }

    private static Set<String> keys(List<Node> tops) {
        return Set.copyOf(tops.stream().map(Node::key).toList());
    }

    /** Folders that are new, or are not what they were, or hold something else directly; those around others first. */
    private static List<Node> changed(List<Node> before, List<Node> now) {
        Map<String, Node> known = index(before);
        List<Node> changed = new ArrayList<>();
        now.forEach(top -> collect(top, known, changed));
        return changed;
    }

    private static void collect(Node node, Map<String, Node> known, List<Node> changed) {
        if (node.kind().isFolder()) {
            boolean same = Optional.ofNullable(known.get(node.key()))
                    .filter(former -> itself(former).equals(itself(node)))
                    .filter(former -> listing(former).equals(listing(node)))
                    .isPresent();
            if (!same) {
                changed.add(node);
            }
            node.content().forEach(child -> collect(child, known, changed));
        }
    }

    private static Map<String, String> listing(Node folder) {
        Map<String, String> listing = new HashMap<>();
        folder.content().forEach(child -> listing.put(child.key(), itself(child)));
        return listing;
    }

    private static String itself(Node node) {
        return node.described(false).toString();
    }

    private static Map<String, Node> index(List<Node> nodes) {
        Map<String, Node> all = new HashMap<>();
        nodes.forEach(node -> {
            all.put(node.key(), node);
            all.putAll(index(node.content()));
        });
        return all;
    }

    /** As a connector does that has heard which folders have changed. */
    private static void changes(World world, List<Node> before, List<Node> changed) {
        Map<String, Node> known = index(before);
        try (ReconcileRun run = world.begin(RefreshMode.CHANGES)) {
            for (Node folder : changed) {
                Optional<DescriptionScope> scope =
                        isAsBefore(folder, known) ? run.reopen(folder.itemKey()) : Optional.empty();
                if (scope.isPresent()) {
                    try (DescriptionScope reopened = scope.get()) {
                        describe(reopened, folder, known);
                    }
                } else if (folder.key().startsWith("t")) {
                    World.describe(run, folder);
                }
            }
            run.finish();
        }
    }

    private static void describe(DescriptionScope reopened, Node folder, Map<String, Node> known) {
        List<Node> content = new ArrayList<>(folder.content());
        Collections.reverse(content);
        for (Node child : content) {
            if (!child.kind().isFolder() || !isAsBefore(child, known) || !reopened.keep(child.itemKey())) {
                child.describe(reopened);
            }
        }
        reopened.complete();
    }

    private static boolean isAsBefore(Node folder, Map<String, Node> known) {
        return Optional.ofNullable(known.get(folder.key()))
                .filter(former -> itself(former).equals(itself(folder)))
                .isPresent();
    }
}
