package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Two connectors of one daemon, and of one metadata source, describe the same items in whatever places and turns. */
class TwoConnectorsPropertyTest {

    private static final List<String> CONNECTORS = List.of("one", "two");

    @Property(tries = 400)
    void firstKeepsAnItemUntilItDropsItAndThenTheOtherHasIt(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int batchSize, @ForAll Writer writer) {
        Random random = new Random(seed);
        World world = new World();
        world.writer = writer;
        world.options =
                new ReconcileOptions(batchSize, random.nextBoolean() ? Change.Removal.ARCHIVE : Change.Removal.PURGE);
        for (int step = 0; step < 6; step++) {
            String connector = CONNECTORS.get(random.nextInt(2));
            List<Node> tops = ReconcilePropertyTest.tops(random, false);
            refresh(world, connector, mode(random), tops);

            everyElementIsInOneLedgerAtTheMost(world);
            whatALedgerHasIsThere(world);
            connectorHasWhatItDescribesAndNobodyElseHas(world, connector, tops);
        }

        List<Node> all = ReconcilePropertyTest.tops(random, false);
        refresh(world, "two", mode(random), all);
        refresh(world, "one", mode(random), List.of(Node.folder("own")));
        refresh(world, "two", mode(random), all);

        everyElementIsInOneLedgerAtTheMost(world);
        assertThat(keys(world, "one")).containsExactly("own");
        Set<String> wanted = World.expected(all, Set.of());
        wanted.addAll(World.expected(List.of(Node.folder("own")), Set.of()));
        assertThat(world.catalogue()).isEqualTo(wanted);
    }

    private static RefreshMode mode(Random random) {
        return random.nextBoolean() ? RefreshMode.SCHEDULED : RefreshMode.REQUESTED;
    }

    private static void refresh(World world, String connector, RefreshMode mode, List<Node> tops) {
        Reconciler reconciler = new Reconciler(
                world.store, world.ledgerOf(connector), world.daemon, () -> {}, world.options, world.writer);
        try (ReconcileRun run = reconciler.begin(mode, world.origin())) {
            tops.forEach(top -> World.describe(run, top));
            run.finish();
        }
    }

    private static void everyElementIsInOneLedgerAtTheMost(World world) {
        assertThat(elements(world, "one"))
                .filteredOn(elements(world, "two")::contains)
                .isEmpty();
    }

    private static void whatALedgerHasIsThere(World world) {
        Set<Guid> alive = world.store.elements().stream()
                .filter(element -> !element.isArchived())
                .map(Element::guid)
                .collect(Collectors.toSet());
        CONNECTORS.forEach(connector -> assertThat(alive).as(connector).containsAll(elements(world, connector)));
    }

    /** An item in a scope that belongs to the other has no place. */
    private static void connectorHasWhatItDescribesAndNobodyElseHas(World world, String connector, List<Node> tops) {
        Set<String> ofOther = keys(world, connector.equals("one") ? "two" : "one");
        Set<String> wanted = new HashSet<>();
        tops.forEach(top -> collect(top, ofOther, wanted));
        assertThat(keys(world, connector)).containsAll(wanted);
    }

    private static void collect(Node node, Set<String> ofOther, Set<String> wanted) {
        if (!ofOther.contains(node.key())) {
            wanted.add(node.key());
            node.content().forEach(child -> collect(child, ofOther, wanted));
        }
    }

    private static Set<String> keys(World world, String connector) {
        return entries(world, connector).stream()
                .map(entry -> entry.key().value())
                .collect(Collectors.toSet());
    }

    private static Set<Guid> elements(World world, String connector) {
        return entries(world, connector).stream()
                .flatMap(entry -> Survey.elementsOf(entry).stream())
                .collect(Collectors.toSet());
    }

    private static List<LedgerEntry> entries(World world, String connector) {
        Ledger ledger = world.ledgerOf(connector);
        List<LedgerEntry> all = new ArrayList<>();
        collect(ledger, Optional.empty(), all);
        return all;
    }

    private static void collect(Ledger ledger, Optional<ItemKey> scope, List<LedgerEntry> all) {
        List<LedgerEntry> content = scope.map(ledger::entries).orElseGet(ledger::topScopes);
        all.addAll(content);
        content.stream().filter(LedgerEntry::isScope).forEach(entry -> collect(ledger, Optional.of(entry.key()), all));
    }
}
