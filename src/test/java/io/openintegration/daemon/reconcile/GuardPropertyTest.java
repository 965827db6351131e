package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change.Removal;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.reconcile.Node.Kind;
import io.openintegration.daemon.reconcile.Node.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever comes, goes, moves or is out of sight: exactly that is removed and held back which a plain model says. */
class GuardPropertyTest {

    private static final int TOPS = 3;
    private static final int FOLDERS = 6;
    private static final int FILES = 40;

    @Property(tries = 400)
    void guardsDoWhatTheModelSays(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int batchSize, @ForAll Writer writer) {
        Random random = new Random(seed);
        RemovalGuards guards = new RemovalGuards(
                random.nextInt(8) > 0,
                List.of(20, 50, 80, 100).get(random.nextInt(4)),
                1 + random.nextInt(8),
                Duration.ofSeconds(random.nextInt(2) * 3L));
        World world = new World();
        world.writer = writer;
        world.options = new ReconcileOptions(batchSize, random.nextBoolean() ? Removal.ARCHIVE : Removal.PURGE, guards);
        GuardModel model = new GuardModel(guards);
        for (int step = 0; step < 6; step++) {
            List<Node> tops = tops(random);
            RefreshMode mode = List.of(RefreshMode.values()).get(random.nextInt(RefreshMode.values().length));

            ReconcileReport report = world.refresh(mode, tops);
            model.refresh(tops, mode, world.clock.instant());

            assertThat(report.removed()).as("removed in step %s", step).isEqualTo(model.removed());
            assertThat(report.heldBack()).as("held back in step %s", step).isEqualTo(model.heldBack());
            assertThat(keys(world.ledger.findMissing("", new Paging(0, 1_000))))
                    .as("marked in step %s", step)
                    .isEqualTo(model.missing());
            assertThat(catalogued(world)).as("catalogued in step %s", step).isEqualTo(model.keys());
            assertThat(world.ledger.count()).isEqualTo(model.keys().size());
        }
    }

    private static Set<String> keys(List<LedgerEntry> entries) {
        return entries.stream().map(entry -> entry.key().value()).collect(Collectors.toSet());
    }

    private static Set<String> catalogued(World world) {
        return world.store.elements().stream()
                .filter(element -> !element.isArchived())
                .filter(element -> element.source().equals(world.daemon.source()))
                .map(element -> element.qualifiedName().orElseThrow().value().substring("test::".length()))
                .collect(Collectors.toSet());
    }

    /** A key is always a top scope, a folder or a file; the last two may be anywhere, and mostly there is a great change. */
    private static List<Node> tops(Random random) {
        List<String> folders = new ArrayList<>(names("t", TOPS).subList(0, random.nextInt(TOPS + 1)));
        List<String> tops = List.copyOf(folders);
        Map<String, List<String>> content = new HashMap<>();
        if (!tops.isEmpty()) {
            for (String folder : some(names("f", FOLDERS), random)) {
                content.computeIfAbsent(any(folders, random), none -> new ArrayList<>())
                        .add(folder);
                folders.add(folder);
            }
            for (String file : some(names("x", FILES), random)) {
                content.computeIfAbsent(any(folders, random), none -> new ArrayList<>())
                        .add(file);
            }
        }
        boolean troubled = random.nextInt(3) == 0;
        return tops.stream().map(top -> node(top, content, random, troubled)).toList();
    }

    private static Node node(String key, Map<String, List<String>> content, Random random, boolean troubled) {
        boolean top = key.startsWith("t");
        Reading reading = troubled && random.nextInt(5) == 0
                ? (top || random.nextBoolean() ? Reading.INCOMPLETE : Reading.UNREADABLE)
                : Reading.WHOLE;
        if (key.startsWith("x")) {
            return Node.file(key, 1 + random.nextInt(4) / 3)
                    .read(reading == Reading.UNREADABLE ? reading : Reading.WHOLE);
        }
        Node[] children = content.getOrDefault(key, List.of()).stream()
                .map(child -> node(child, content, random, troubled))
                .toArray(Node[]::new);
        return Node.folder(key, children).as(Kind.FOLDER).read(reading);
    }

    private static List<String> names(String prefix, int number) {
        return IntStream.range(0, number).mapToObj(i -> prefix + i).toList();
    }

    private static List<String> some(List<String> names, Random random) {
        List<String> mixed = new ArrayList<>(names);
        Collections.shuffle(mixed, random);
        return mixed.subList(0, random.nextInt(names.size() + 1));
    }

    private static String any(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }
}
