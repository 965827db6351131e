package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.reconcile.Node.Kind;
import io.openintegration.daemon.reconcile.Node.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is described in whatever order, with whatever going wrong in between: the end is right. */
class ReconcilePropertyTest {

    private static final List<String> TOPS = List.of("t0", "t1", "t2");
    private static final int ITEMS = 14;
    private static final Set<String> FOREIGN = Set.of("k3", "k9");

    @Property(tries = 500)
    void afterACompleteRefreshTheCatalogueIsWhatWasDescribed(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize, @ForAll Writer writer) {
        Random random = new Random(seed);
        World world = worldWithForeignElements(batchSize, random);
        world.writer = writer;
        Set<Element> foreign = world.foreign();
        for (int step = random.nextInt(5); step > 0; step--) {
            disturbedRefresh(world, random);
        }
        List<Node> tops = tops(random, false);
        world.refresh(RefreshMode.REQUESTED, tops);
        world.refresh(RefreshMode.REQUESTED, tops);

        assertThat(world.catalogue()).isEqualTo(World.expected(tops, FOREIGN));
        assertThat(world.foreign()).isEqualTo(foreign);

        int changes = world.store.changesApplied();
        int writes = world.store.writeCalls();
        world.refresh(RefreshMode.SCHEDULED, shuffled(tops, random));
        assertThat(world.store.changesApplied()).isEqualTo(changes);
        assertThat(world.store.writeCalls()).isEqualTo(writes);
    }

    @Property(tries = 500)
    void oneCompleteRefreshIsEnoughWhereNothingGoesWrong(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize, @ForAll Writer writer) {
        Random random = new Random(seed);
        World world = world(batchSize, random);
        world.writer = writer;
        for (int step = 0; step < 4; step++) {
            List<Node> tops = tops(random, false);
            RefreshMode mode = random.nextBoolean() ? RefreshMode.SCHEDULED : RefreshMode.REQUESTED;
            ReconcileReport report = world.refresh(mode, tops);
            assertThat(report.problems()).isEmpty();
            assertThat(world.catalogue()).isEqualTo(World.expected(tops, Set.of()));
        }
    }

    @Property(tries = 300)
    void whatCouldNotBeReadIsNeverLost(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize, @ForAll Writer writer) {
        Random random = new Random(seed);
        World world = world(batchSize, random);
        world.writer = writer;
        List<Node> tops = tops(random, false);
        world.refresh(RefreshMode.SCHEDULED, tops);
        Set<String> before = world.catalogue();

        world.refresh(
                RefreshMode.SCHEDULED,
                tops.stream().map(top -> blind(top, random)).toList());

        assertThat(world.catalogue()).isEqualTo(before);
    }

    private static World world(int batchSize, Random random) {
        World world = new World();
        world.options =
                new ReconcileOptions(batchSize, random.nextBoolean() ? Change.Removal.ARCHIVE : Change.Removal.PURGE);
        return world;
    }

    private static World worldWithForeignElements(int batchSize, Random random) {
        World world = world(batchSize, random);
        FOREIGN.forEach(key -> world.store.apply(
                world.stranger, ChangeSet.of(World.creation("DataFile", new QualifiedName("test::" + key)))));
        return world;
    }

    private static void disturbedRefresh(World world, Random random) {
        if (random.nextBoolean()) {
            world.failingStore.loseAnswerAfter(random.nextInt(6));
        }
        if (random.nextBoolean()) {
            world.ledger.failAfter(random.nextInt(6));
        }
        RefreshMode mode = random.nextBoolean() ? RefreshMode.SCHEDULED : RefreshMode.REQUESTED;
        ReconcileRun run = world.begin(mode);
        try (run) {
            tops(random, true).forEach(top -> World.describe(run, top));
            run.finish();
        } catch (MetadataStoreException | IllegalStateException crash) {
            assertThat(run.report()).isNotNull();
        }
        world.failingStore.loseNoMore();
        world.ledger.failNoMore();
        if (random.nextBoolean()) {
            meddle(world, random);
            unhang(world, random);
        }
    }

    /** Somebody takes items off what they hang on. (A part that hangs on nothing cannot be found once the ledger has forgotten it.) */
    private static void unhang(World world, Random random) {
        List<Relationship> links = new ArrayList<>(world.store.relationships().stream()
                .filter(link -> link.source().equals(world.daemon.source()))
                .filter(link -> !link.type().value().contains("Schema"))
                .toList());
        Collections.shuffle(links, random);
        links.stream().limit(2).forEach(link -> world.byDaemonUser(new Change.Unrelate(link.guid())));
    }

    /** Somebody edits, archives or purges elements of our source. */
    static void meddle(World world, Random random) {
        List<Element> ours = new ArrayList<>(world.store.elements().stream()
                .filter(element -> element.source().equals(world.daemon.source()))
                .filter(element -> !element.isArchived())
                .toList());
        Collections.shuffle(ours, random);
        ours.stream().limit(2).forEach(element -> {
            switch (random.nextInt(3)) {
                case 0 -> purge(world, element);
                case 1 -> world.byDaemonUser(new Change.RemoveElement(element.guid(), Change.Removal.ARCHIVE));
                default -> world.store
                        .get(world.daemon, element.guid(), false)
                        .ifPresent(still -> world.byDaemonUser(new Change.UpdateElement(
                                still.guid(),
                                ElementProperties.builder()
                                        .text("displayName", "edited")
                                        .build(),
                                true)));
            }
        });
    }

    /** A schema with its columns: a part that hangs on nothing cannot be found once the ledger has forgotten it. */
    private static void purge(World world, Element element) {
        world.store.relationships().stream()
                .filter(link -> link.type().value().equals("AttributeForSchema"))
                .filter(link -> link.end1().equals(element.guid()))
                .forEach(link -> world.byDaemonUser(new Change.RemoveElement(link.end2(), Change.Removal.PURGE)));
        world.byDaemonUser(new Change.RemoveElement(element.guid(), Change.Removal.PURGE));
    }

    /** Random trees over the same few keys, so that items change, move, vanish, come back, and change their kind. */
    static List<Node> tops(Random random, boolean troubled) {
        Map<String, List<String>> content = new HashMap<>();
        Map<String, Kind> kinds = new HashMap<>();
        List<String> folders = new ArrayList<>();
        TOPS.stream().filter(top -> top.equals("t0") || random.nextBoolean()).forEach(top -> {
            folders.add(top);
            kinds.put(top, random.nextInt(4) == 0 ? Kind.DATA_FOLDER : Kind.FOLDER);
        });
        List<String> tops = List.copyOf(folders);
        List<String> keys = new ArrayList<>(
                IntStream.range(0, ITEMS).mapToObj(number -> "k" + number).toList());
        Collections.shuffle(keys, random);
        for (String key : keys.subList(0, random.nextInt(ITEMS))) {
            String parent = folders.get(random.nextInt(folders.size()));
            content.computeIfAbsent(parent, any -> new ArrayList<>()).add(key);
            kinds.put(key, List.of(Kind.values()).get(random.nextInt(Kind.values().length)));
            if (kinds.get(key).isFolder()) {
                folders.add(key);
            }
        }
        return shuffled(
                tops.stream()
                        .map(top -> node(top, content, kinds, random, troubled))
                        .toList(),
                random);
    }

    private static Node node(
            String key, Map<String, List<String>> content, Map<String, Kind> kinds, Random random, boolean troubled) {
        List<Node> children = content.getOrDefault(key, List.of()).stream()
                .map(child -> node(child, content, kinds, random, troubled))
                .toList();
        List<String> columns = new ArrayList<>(List.of("a", "b", "c"));
        Collections.shuffle(columns, random);
        Reading reading = troubled && random.nextInt(4) == 0
                ? (TOPS.contains(key) || random.nextBoolean() ? Reading.INCOMPLETE : Reading.UNREADABLE)
                : Reading.WHOLE;
        return new Node(
                key, kinds.get(key), random.nextInt(3), columns.subList(0, random.nextInt(4)), children, reading);
    }

    static List<Node> shuffled(List<Node> nodes, Random random) {
        List<Node> mixed = new ArrayList<>(nodes);
        Collections.shuffle(mixed, random);
        return mixed.stream()
                .map(node -> new Node(
                        node.key(),
                        node.kind(),
                        node.revision(),
                        node.columns(),
                        shuffled(node.content(), random),
                        node.reading()))
                .toList();
    }

    /** The same, but part of it is not seen this time. */
    private static Node blind(Node node, Random random) {
        boolean incomplete = random.nextBoolean();
        List<Node> seen = new ArrayList<>();
        for (Node child : node.content()) {
            if (!incomplete || random.nextBoolean()) {
                boolean unreadable = random.nextInt(4) == 0;
                seen.add(unreadable ? child.read(Reading.UNREADABLE) : blind(child, random));
            }
        }
        return new Node(
                node.key(),
                node.kind(),
                node.revision(),
                node.columns(),
                seen,
                incomplete ? Reading.INCOMPLETE : Reading.WHOLE);
    }
}
