package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.reconcile.Node.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An outage is never read as a deletion, with the standard guards: one test for each way in which catalogues have been known to
 * lose what was not gone.
 */
class OutageTest {

    private static final Node WHOLE = place(20);

    final World world = new World();

    @BeforeEach
    void catalogue() {
        world.options = ReconcileOptions.standard();
        world.scheduled(WHOLE);
    }

    // what the third party tells

    @Test
    void nothingAtAllIsListed() {
        ReconcileReport report = world.scheduled();

        assertThat(report.heldBack()).isEqualTo(21);
        nothingIsLost();
    }

    @Test
    void sourceReportsAFailureInTheMiddle() {
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        assertThatThrownBy(() -> {
                    try (DescriptionScope top = run.open(WHOLE.itemKey(), WHOLE.described(true))) {
                        WHOLE.content().get(0).describe(top);
                        throw new IllegalStateException("429 Too Many Requests");
                    }
                })
                .isInstanceOf(IllegalStateException.class);

        nothingIsLost();
        assertThat(world.scheduled(WHOLE).unchanged()).isEqualTo(21);
    }

    @Test
    void pageIsMissing() {
        world.scheduled(place(7).read(Reading.INCOMPLETE));

        nothingIsLost();
    }

    @Test
    void listingIsCutOffAndLooksComplete() {
        assertThat(world.scheduled(place(7)).heldBack()).isEqualTo(13);

        nothingIsLost();
    }

    @Test
    void itemsCannotBeRead() {
        Node[] unreadable = WHOLE.content().stream()
                .map(file -> file.read(Reading.UNREADABLE))
                .toArray(Node[]::new);

        assertThat(world.scheduled(Node.folder("place", unreadable)).problemCount())
                .isEqualTo(20);
        nothingIsLost();
    }

    @Test
    void contentOfItemsCannotBeLookedInto() {
        Node tables = Node.folder("tables", Node.csv("t1", "x", "y"), Node.csv("t2", "z"));
        world.scheduled(WHOLE, tables);

        world.scheduled(WHOLE, Node.folder("tables", notLookedInto("t1"), notLookedInto("t2")));

        holds(WHOLE, tables);
    }

    @Test
    void schemaIsMissingForLackOfRights() {
        Node other = Node.folder("other", Node.file("k1"), Node.file("k2"));
        world.scheduled(WHOLE, other);

        assertThat(world.scheduled(other).heldBack()).isEqualTo(21);
        holds(WHOLE, other);
    }

    @Test
    void nestedSchemaIsMissingForLackOfRights() {
        Node database = Node.folder("database", WHOLE, Node.folder("other", Node.file("k1"), Node.file("k2")));
        world.scheduled(database);

        world.scheduled(Node.folder("database", Node.folder("other", Node.file("k1"), Node.file("k2"))));

        assertThat(world.exists("test::f0")).isTrue();
        assertThat(world.catalogueInLedger()).contains("NestedFile test::place test::f0 {}");
    }

    @Test
    void databaseShowsItsSchemasAndNothingInThem() {
        world.scheduled(Node.folder("place", Node.folder("a"), Node.folder("b")));

        nothingIsLost("a", "b");
    }

    @Test
    void filterWasChanged() {
        ReconcileReport report = world.scheduled(place(3));

        assertThat(report.heldBack()).isEqualTo(17);
        nothingIsLost();
        assertThat(world.scheduled(WHOLE).heldBack()).isZero();
    }

    @Test
    void mountHasVanishedAndItsEmptyMountPointIsThere() {
        assertThat(world.scheduled(place(0)).heldBack()).isEqualTo(20);

        nothingIsLost();
    }

    @Test
    void mountOfAFewFilesHasVanished() {
        Node few = Node.folder("few", Node.file("k1"), Node.file("k2"));
        world.scheduled(WHOLE, few);

        assertThat(world.scheduled(WHOLE, Node.folder("few")).heldBack()).isEqualTo(2);
        holds(WHOLE, few);
    }

    @Test
    void oneOfManyNestedMountsHasVanishedAndItsEmptyMountPointIsThere() {
        Node landing = landing(12);
        world.scheduled(WHOLE, landing);

        Node now = Node.folder("landing", with(landing.content(), 7, Node.folder("mount7")));
        ReconcileReport report = world.scheduled(WHOLE, now);

        assertThat(report.heldBack()).isEqualTo(10);
        assertThat(report.removed()).isZero();
        holds(WHOLE, landing);
        assertThat(world.scheduled(WHOLE, landing).unchanged()).isEqualTo(21 + 1 + 12 * 11);
        assertThat(world.ledger.missing(Optional.empty(), 1)).isEmpty();
    }

    @Test
    void mountVanishesInTheMiddleOfTheRefresh() {
        world.scheduled(place(0).read(Reading.INCOMPLETE));

        nothingIsLost();
    }

    @Test
    void folderMayNotBeRead() {
        Node tree = Node.folder("tree", WHOLE, Node.file("k1"));
        world.scheduled(tree);

        world.scheduled(Node.folder("tree", WHOLE.read(Reading.UNREADABLE), Node.file("k1")));

        assertThat(world.catalogueInLedger()).contains("NestedFile test::place test::f0 {}");
    }

    @Test
    void oneFolderIsIncompleteSoNoTopScopeIsRetired() {
        Node few = Node.folder("few", Node.file("k1"));
        world.scheduled(WHOLE, few);

        world.scheduled(WHOLE.read(Reading.INCOMPLETE));

        holds(WHOLE, few);
    }

    // how the connector is configured and run

    @Test
    void endpointWasChanged() {
        Node elsewhere = Node.folder("elsewhere", Node.file("k1"), Node.file("k2"));

        assertThat(world.scheduled(elsewhere).heldBack()).isEqualTo(21);
        holds(WHOLE, elsewhere);
        assertThat(world.releasing(elsewhere).removed()).isEqualTo(21);
        holds(elsewhere);
    }

    @Test
    void endpointOfAFewFilesWasChanged() {
        world.scheduled();
        world.releasing();
        Node few = Node.folder("few", Node.file("k1"), Node.file("k2"));
        Node wrong = Node.folder("wrong", Node.file("k3"));
        world.scheduled(few);

        assertThat(world.scheduled(wrong).heldBack()).isEqualTo(3);
        assertThat(world.scheduled(wrong).heldBack()).isEqualTo(3);
        holds(few, wrong);
    }

    @Test
    void endpointWasChangedAndBackAgain() {
        Node elsewhere = Node.folder("elsewhere", Node.file("k1"), Node.file("k2"));
        world.scheduled(elsewhere);

        ReconcileReport back = world.scheduled(WHOLE);

        assertThat(back.unchanged()).isEqualTo(21);
        assertThat(back.heldBack()).isEqualTo(3);
        holds(WHOLE, elsewhere);
        assertThat(world.releasing(WHOLE).removed()).isEqualTo(3);
        holds(WHOLE);
    }

    @Test
    void connectorOfAnotherTypeTakesItsPlace() {
        Node other = Node.folder(
                "database",
                IntStream.range(0, 40)
                        .mapToObj(number -> Node.csv("table" + number, "x"))
                        .toArray(Node[]::new));

        assertThat(world.scheduled(other).heldBack()).isEqualTo(21);
        holds(WHOLE, other);
    }

    /** The second of two refreshes at once, wherever it comes from: on one node the first has to end before. */
    @Test
    void refreshThatMayNotWriteAnyMoreRemovesNothing() {
        world.writeGate = () -> {
            throw new IllegalStateException("another node has taken over");
        };
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        World.describe(run, place(15));

        assertThatThrownBy(run::finish).hasMessage("another node has taken over");
        nothingIsLost();
    }

    @Test
    void connectorIsRestartedInTheMiddleOfARefresh() {
        ReconcileRun cutShort = world.begin(RefreshMode.SCHEDULED);
        try (DescriptionScope top = cutShort.open(WHOLE.itemKey(), WHOLE.described(true))) {
            WHOLE.content().get(0).describe(top);
        }

        assertThat(world.requested(WHOLE).unchanged()).isEqualTo(21);
        nothingIsLost();
    }

    @Test
    void secondConnectorRemovesOnlyWhatItCatalogued() {
        Reconciler other = new Reconciler(
                world.store, world.ledgerOf("other"), world.daemon, () -> {}, ReconcileOptions.standard());
        describe(other, Node.folder("place", files(0, 20)), Node.folder("own", Node.file("k1")));

        describe(other, Node.folder("own", Node.file("k1")));
        nothingIsLost("own", "k1");
        describe(other, Node.folder("own"));
        nothingIsLost("own", "k1");
    }

    @Test
    void clockIsSetBack() {
        world.options =
                world.options.with(world.options.removal(), new RemovalGuards(true, 50, 10, Duration.ofMinutes(1)));
        world.clock.advance(Duration.ofHours(-1));

        assertThat(world.scheduled(place(19)).heldBack()).isEqualTo(1);
        nothingIsLost();
    }

    // what breaks between metadata server and ledger

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void metadataServerGoesAwayAtAnyWrite(int write) {
        smallBatches();
        world.failingStore.goAwayAfter(write);
        breaksOff(changed());
        world.failingStore.loseNoMore();

        world.scheduled(changed());
        holds(changed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void metadataServerCarriesOutAWriteAndItsAnswerIsLost(int write) {
        smallBatches();
        world.failingStore.loseAnswerAfter(write);
        breaksOff(changed());
        world.failingStore.loseNoMore();

        world.scheduled(changed());
        holds(changed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22})
    void ledgerGoesAwayAtAnyWrite(int write) {
        smallBatches();
        world.ledger.failAfter(write);
        breaksOff(changed());
        world.ledger.failNoMore();

        world.scheduled(changed());
        holds(changed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void ledgerGoesAwayWhileItNotesWhatIsHeldBack(int write) {
        smallBatches();
        world.ledger.failAfter(write);
        breaksOff(place(3));
        world.ledger.failNoMore();
        nothingIsLost();

        assertThat(world.scheduled(place(3)).heldBack()).isEqualTo(17);
        nothingIsLost();
        assertThat(world.scheduled(WHOLE).unchanged()).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void releaseThatBreaksOffIsCompletedByTheNext(int write) {
        smallBatches();
        world.scheduled(place(3));
        world.ledger.failAfter(write);
        ReconcileRun run = world.begin(RefreshMode.RELEASING);
        try (run) {
            World.describe(run, place(3));
            run.finish();
        } catch (IllegalStateException crash) {
            assertThat(crash).hasMessageContaining("database is away");
        }
        world.ledger.failNoMore();

        world.releasing(place(3));
        holds(place(3));
    }

    /** Two removals and one new file: the guards let it through. */
    private static Node changed() {
        return Node.folder(
                "place",
                IntStream.range(2, 21)
                        .mapToObj(number -> Node.file("f" + number))
                        .toArray(Node[]::new));
    }

    private void smallBatches() {
        world.options = new ReconcileOptions(1, world.options.removal(), RemovalGuards.STANDARD);
    }

    /** Where so many writes are not made at all, it does not. */
    private void breaksOff(Node seen) {
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        try (run) {
            World.describe(run, seen);
            run.finish();
        } catch (MetadataStoreException | IllegalStateException crash) {
            assertThat(run.report().created()).isLessThanOrEqualTo(1);
        }
        assertThat(world.catalogueInLedger().size()).isGreaterThanOrEqualTo(2 * 18);
    }

    private void describe(Reconciler reconciler, Node... tops) {
        ReconcileRun run = reconciler.begin(RefreshMode.SCHEDULED, world.origin());
        for (Node top : tops) {
            World.describe(run, top);
        }
        run.finish();
    }

    /** @param further what else is catalogued */
    private void nothingIsLost(String... further) {
        List<String> names = new ArrayList<>(List.of("place"));
        IntStream.range(0, 20).forEach(number -> names.add("f" + number));
        Collections.addAll(names, further);
        assertThat(world.store.elements())
                .filteredOn(element -> element.source().equals(world.daemon.source()))
                .filteredOn(element -> !element.isArchived())
                .extracting(element -> element.qualifiedName().orElseThrow().value())
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(name -> "test::" + name).toList());
    }

    private void holds(Node... tops) {
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(tops), Set.of()));
    }

    /** Folders of ten files. */
    private static Node landing(int mounts) {
        return Node.folder(
                "landing",
                IntStream.range(0, mounts)
                        .mapToObj(mount -> Node.folder("mount" + mount, files(100 + 10 * mount, 110 + 10 * mount)))
                        .toArray(Node[]::new));
    }

    private static Node[] with(List<Node> nodes, int index, Node other) {
        List<Node> all = new ArrayList<>(nodes);
        all.set(index, other);
        return all.toArray(Node[]::new);
    }

    private static Node notLookedInto(String key) {
        return Node.file(key).read(Reading.NOT_LOOKED_INTO);
    }

    private static Node place(int files) {
        return Node.folder("place", files(0, files));
    }

    private static Node[] files(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> Node.file("f" + number))
                .toArray(Node[]::new);
    }
}
