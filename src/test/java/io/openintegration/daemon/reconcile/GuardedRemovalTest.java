package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change.Removal;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Paging;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is held back from removal, and what becomes of it. */
class GuardedRemovalTest {

    private final World world = new World();

    @BeforeEach
    void guards() {
        world.options = ReconcileOptions.standard();
    }

    @Test
    void moreThanTheShareIsHeldBack() {
        world.scheduled(top(files(0, 20)));
        Instant missed = world.clock.instant().plusSeconds(1);

        ReconcileReport report = world.scheduled(top(files(0, 9)));

        assertThat(report.removed()).isZero();
        assertThat(report.heldBack()).isEqualTo(11);
        assertThat(report.problems())
                .containsExactly(ReconcileMessage.HELD_BACK_IN_SCOPE.with(
                        "top", 11, 21, 50, "f10, f11, f12, f13, f14, f15, f16, f17, f18, f19 …"));
        mustHold(top(files(0, 20)));
        assertThat(heldBack()).hasSize(11).contains("f9", "f19");
        assertThat(entry("f9").history().missingSince()).contains(missed);
    }

    @Test
    void theShareItselfMayGo() {
        world.scheduled(top(files(0, 19)));

        ReconcileReport report = world.scheduled(top(files(0, 9)));

        assertThat(report.removed()).isEqualTo(10);
        assertThat(report.heldBack()).isZero();
        assertThat(report.problems()).isEmpty();
        mustHold(top(files(0, 9)));
    }

    @Test
    void fewItemsMayGoWhateverShareTheyAre() {
        world.scheduled(top(files(0, 2)));

        assertThat(world.scheduled(top(files(0, 1))).removed()).isEqualTo(1);
        mustHold(top(files(0, 1)));
    }

    @Test
    void placeInWhichNothingIsFoundAnyMoreKeepsTheLittleThatItHad() {
        world.scheduled(top(files(0, 2)), Node.folder("other", Node.file("g")));

        ReconcileReport report = world.scheduled(top(), Node.folder("other", Node.file("g")));

        assertThat(report.heldBack()).isEqualTo(2);
        assertThat(report.problems())
                .containsExactly(ReconcileMessage.HELD_BACK_IN_EMPTY_SCOPE.with("top", 2, "f0, f1"));
    }

    @Test
    void placeIsNotEmptyWhereItHoldsAnEmptyFolder() {
        world.scheduled(top(files(0, 2)));

        assertThat(world.scheduled(top(Node.folder("new"))).removed()).isEqualTo(2);
    }

    @Test
    void nestedFolderInWhichNothingIsFoundAnyMoreKeepsWhatItHad() {
        Node rest = Node.folder("rest", files(100, 200));
        Node before = top(rest, Node.folder("sub", Node.folder("deep", files(0, 10)), Node.file("g")));
        world.scheduled(before);

        ReconcileReport report = world.scheduled(top(rest, Node.folder("sub")));

        assertThat(report.removed()).isZero();
        assertThat(report.heldBack()).isEqualTo(12);
        assertThat(report.problems())
                .containsExactly(ReconcileMessage.HELD_BACK_IN_EMPTY_FOLDERS.with("top", 1, 12, "sub"));
        mustHold(before);
        assertThat(world.releasing(top(rest, Node.folder("sub"))).removed()).isEqualTo(12);
        mustHold(top(rest, Node.folder("sub")));
    }

    @Test
    void nestedFolderThatHadFewItemsMayBecomeEmpty() {
        Node rest = Node.folder("rest", files(100, 200));
        world.scheduled(top(rest, Node.folder("sub", files(0, 9))));

        assertThat(world.scheduled(top(rest, Node.folder("sub"))).removed()).isEqualTo(9);
        mustHold(top(rest, Node.folder("sub")));
    }

    @Test
    void nestedFolderThatIsGoneItselfMayGo() {
        Node rest = Node.folder("rest", files(100, 200));
        world.scheduled(top(rest, Node.folder("sub", files(0, 20))));

        assertThat(world.scheduled(top(rest)).removed()).isEqualTo(21);
        mustHold(top(rest));
    }

    @Test
    void nestedFolderThatIsEmptyKeepsOthersNeitherBackNorOutOfTheCount() {
        Node[] rest = files(100, 140);
        world.scheduled(top(with(rest, Node.folder("sub", files(0, 20)))));

        ReconcileReport few = world.scheduled(top(with(files(100, 135), Node.folder("sub"))));
        assertThat(few.removed()).isEqualTo(5);
        assertThat(few.heldBack()).isEqualTo(20);
        ReconcileReport many = world.scheduled(top(with(files(100, 123), Node.folder("sub"))));
        assertThat(many.removed()).isZero();
        assertThat(many.problems().get(0).parameters()).startsWith("top", "32", "57", "50");
        assertThat(many.problems()).hasSize(1);
    }

    @Test
    void foldersMayBecomeEmptyWhereAnyShareMayGo() {
        world.options = guarded(100, 1, Duration.ZERO);
        Node rest = Node.folder("rest", files(100, 200));
        world.scheduled(top(rest, Node.folder("sub", files(0, 20))));

        assertThat(world.scheduled(top(rest, Node.folder("sub"))).removed()).isEqualTo(20);
    }

    @Test
    void guardsCanBeSwitchedOff() {
        world.options = guarded(100, 1, Duration.ZERO);
        world.scheduled(top(files(0, 30)));

        assertThat(world.scheduled(top()).removed()).isEqualTo(30);
    }

    @Test
    void contentOfAMissingFolderCounts() {
        world.scheduled(top(Node.folder("sub", files(0, 12)), Node.file("g1"), Node.file("g2")));

        ReconcileReport report = world.scheduled(top(Node.file("g1"), Node.file("g2")));

        assertThat(report.heldBack()).isEqualTo(13);
        assertThat(heldBack()).containsExactly("sub");
    }

    @Test
    void movedItemsAreNoRemovals() {
        world.scheduled(top(Node.folder("a", files(0, 20)), Node.folder("b")));

        ReconcileReport report = world.scheduled(top(Node.folder("a"), Node.folder("b", files(0, 20))));

        assertThat(report.updated()).isEqualTo(20);
        assertThat(report.heldBack()).isZero();
        mustHold(top(Node.folder("a"), Node.folder("b", files(0, 20))));
    }

    @Test
    void newItemsDoNotMakeUpForThoseThatAreGone() {
        world.scheduled(top(files(0, 20)));

        assertThat(world.scheduled(top(files(20, 60))).heldBack()).isEqualTo(20);
    }

    @Test
    void topScopeThatIsNoLongerDescribedIsGuarded() {
        world.scheduled(top(files(0, 12)), Node.folder("other", files(12, 40)));

        ReconcileReport report = world.scheduled(Node.folder("other", files(12, 40)));

        assertThat(report.heldBack()).isEqualTo(13);
        assertThat(heldBack()).containsExactly("top");
    }

    @Test
    void smallTopScopeThatIsNoLongerDescribedStaysUntilThatIsReleased() {
        Node other = Node.folder("other", files(12, 40));
        world.scheduled(top(files(0, 5)), other);

        ReconcileReport report = world.scheduled(other);
        assertThat(report.heldBack()).isEqualTo(6);
        assertThat(report.problems()).containsExactly(ReconcileMessage.HELD_BACK_PLACE.with("top", 6));
        assertThat(world.scheduled(other).heldBack()).isEqualTo(6);
        mustHold(top(files(0, 5)), other);

        assertThat(world.releasing(other).removed()).isEqualTo(6);
        mustHold(other);
    }

    @Test
    void smallTopScopeMayVanishWhereAnyShareMayGo() {
        world.options = guarded(100, 1, Duration.ZERO);
        Node other = Node.folder("other", files(12, 40));
        world.scheduled(top(files(0, 5)), other);

        assertThat(world.scheduled(other).removed()).isEqualTo(6);
    }

    @Test
    void oneTopScopeThatIsHeldBackLeavesTheOthersFree() {
        world.scheduled(top(files(0, 12)), Node.folder("other", files(12, 40)));

        ReconcileReport report = world.scheduled(top(files(0, 1)), Node.folder("other", files(12, 38)));

        assertThat(report.heldBack()).isEqualTo(11);
        assertThat(report.removed()).isEqualTo(2);
    }

    @Test
    void manySmallTopScopesAreGuardedTogether() {
        Node[] tops = IntStream.range(0, 8)
                .mapToObj(number -> Node.folder("t" + number, Node.file("x" + number), Node.file("y" + number)))
                .toArray(Node[]::new);
        world.scheduled(tops);

        ReconcileReport report = world.scheduled(tops[0]);

        assertThat(report.heldBack()).isEqualTo(21);
        assertThat(report.problems()).containsExactly(ReconcileMessage.HELD_BACK_ALL.with(21, 24, 50));
    }

    @Test
    void itemThatIsBackIsNoLongerHeld() {
        world.scheduled(top(files(0, 20)));
        world.scheduled(top(files(0, 5)));

        ReconcileReport report = world.scheduled(top(files(0, 20)));

        assertThat(report.unchanged()).isEqualTo(21);
        assertThat(report.heldBack()).isZero();
        assertThat(heldBack()).isEmpty();
    }

    @Test
    void unreadableItemIsNoLongerHeld() {
        world.scheduled(top(files(0, 20)));
        world.scheduled(top(files(0, 5)));

        world.scheduled(top(
                Stream.concat(Stream.of(files(0, 5)), Stream.of(Node.file("f5").read(Node.Reading.UNREADABLE)))
                        .toArray(Node[]::new)));

        assertThat(heldBack()).hasSize(14).doesNotContain("f5");
    }

    @Test
    void heldItemThatTurnsUpElsewhereIsMoved() {
        world.scheduled(top(files(0, 20)));
        world.scheduled(top(files(0, 5)));

        Node after = top(Stream.concat(Stream.of(files(0, 5)), Stream.of(Node.folder("sub", files(5, 20))))
                .toArray(Node[]::new));
        ReconcileReport report = world.scheduled(after);

        assertThat(report.updated()).isEqualTo(15);
        assertThat(report.problems()).isEmpty();
        assertThat(heldBack()).isEmpty();
        mustHold(after);
    }

    @Test
    void firstTimeOfMissingIsKept() {
        world.scheduled(top(files(0, 20)));
        world.scheduled(top(files(0, 5)));
        Instant missed = entry("f7").history().missingSince().orElseThrow();

        world.scheduled(top(files(0, 5)));

        assertThat(entry("f7").history().missingSince()).contains(missed);
    }

    @Test
    void heldBackItemsCostNoWritesInTheNextRefresh() {
        world.scheduled(top(files(0, 20)));
        world.scheduled(top(files(0, 5)));
        int writes = world.store.writeCalls();

        assertThat(world.scheduled(top(files(0, 5))).heldBack()).isEqualTo(15);
        assertThat(world.store.writeCalls()).isEqualTo(writes);
    }

    @Test
    void releasedIsWhatWasHeldBackAndIsStillMissing() {
        world.scheduled(top(files(0, 20)));
        world.scheduled(top(files(0, 5)));

        ReconcileReport report = world.releasing(top(files(0, 8)));

        assertThat(report.removed()).isEqualTo(12);
        assertThat(report.heldBack()).isZero();
        assertThat(report.problems()).isEmpty();
        mustHold(top(files(0, 8)));
    }

    @Test
    void releaseLetsNothingElseEscapeTheGuards() {
        world.scheduled(top(files(0, 40)));
        world.scheduled(top(files(0, 15)));

        ReconcileReport report = world.releasing(top(files(0, 2)));

        assertThat(report.removed()).isEqualTo(25);
        assertThat(report.heldBack()).isEqualTo(13);
        assertThat(report.problems().get(0).parameters()).startsWith("top", "13", "16", "50");
        mustHold(top(files(0, 15)));
    }

    @Test
    void placeThatIsEmptyOnPurposeIsReleased() {
        world.scheduled(top(files(0, 2)));
        world.scheduled(top());

        assertThat(world.releasing(top()).removed()).isEqualTo(2);
        mustHold(top());
    }

    @Test
    void connectorThatDescribesNothingKeepsEverythingUntilThatIsReleased() {
        world.scheduled(top(files(0, 2)));

        ReconcileReport report = world.scheduled();
        assertThat(report.heldBack()).isEqualTo(3);
        assertThat(report.problems()).containsExactly(ReconcileMessage.NOTHING_DESCRIBED.with(1));

        assertThat(world.releasing().removed()).isEqualTo(3);
        assertThat(world.catalogue()).isEmpty();
    }

    @Test
    void whatWasNotReadCompletelyIsNotEvenHeldBack() {
        world.scheduled(top(files(0, 20)));

        ReconcileReport report = world.scheduled(top(files(0, 1)).read(Node.Reading.INCOMPLETE));

        assertThat(report.heldBack()).isZero();
        assertThat(heldBack()).isEmpty();
        assertThat(world.releasing(top(files(0, 1)).read(Node.Reading.INCOMPLETE))
                        .removed())
                .isZero();
    }

    @Test
    void youngItemStaysUntilItIsOldEnough() {
        world.options = guarded(50, 10, Duration.ofMinutes(60));
        world.scheduled(top(Node.file("old"), Node.file("kept")));
        world.clock.advance(Duration.ofMinutes(61));
        world.scheduled(top(Node.file("old"), Node.file("kept"), Node.file("young")));

        ReconcileReport report = world.scheduled(top(Node.file("kept")));

        assertThat(report.removed()).isEqualTo(1);
        assertThat(report.heldBack()).isEqualTo(1);
        assertThat(report.problems()).containsExactly(ReconcileMessage.HELD_BACK_AS_YOUNG.with(1, 60, "young"));
        assertThat(heldBack()).containsExactly("young");
        world.clock.advance(Duration.ofMinutes(60));
        assertThat(world.scheduled(top(Node.file("kept"))).removed()).isEqualTo(1);
        mustHold(top(Node.file("kept")));
    }

    @Test
    void folderStaysAsLongAsAnItemInItIsTooYoung() {
        world.options = guarded(50, 10, Duration.ofMinutes(60));
        Node kept = Node.file("kept");
        world.scheduled(top(kept, Node.folder("sub", Node.file("old"))));
        world.clock.advance(Duration.ofMinutes(61));
        world.scheduled(top(kept, Node.folder("sub", Node.file("old"), Node.file("young"))));

        ReconcileReport report = world.scheduled(top(kept));

        assertThat(report.removed()).isEqualTo(1);
        assertThat(report.heldBack()).isEqualTo(2);
        mustHold(top(kept, Node.folder("sub", Node.file("young"))));
        assertThat(heldBack()).containsExactlyInAnyOrder("sub", "young");
        assertThat(world.releasing(top(kept)).removed()).isEqualTo(2);
        mustHold(top(kept));
    }

    @Test
    void whereRemovalIsNotAllowedNothingEverGoes() {
        world.options = world.options.with(Removal.ARCHIVE, new RemovalGuards(false, 100, 1, Duration.ZERO));
        world.scheduled(top(files(0, 3)));

        ReconcileReport report = world.scheduled(top(files(0, 2)));
        assertThat(report.heldBack()).isEqualTo(1);
        assertThat(report.problems()).isEmpty();

        assertThat(world.releasing(top(files(0, 2))).heldBack()).isEqualTo(1);
        mustHold(top(files(0, 3)));
    }

    @Test
    void folderThatBecameAFileLosesItsContentUnderGuard() {
        Node[] rest = files(20, 25);
        world.scheduled(top(with(rest, Node.folder("sub", files(0, 12)))));

        ReconcileReport report = world.scheduled(top(with(rest, Node.file("sub"))));

        assertThat(report.heldBack()).isEqualTo(12);
        assertThat(report.removed()).isZero();
        assertThat(heldBack()).hasSize(12);
        assertThat(world.releasing(top(with(rest, Node.file("sub")))).removed()).isEqualTo(12);
        mustHold(top(with(rest, Node.file("sub"))));
    }

    @Test
    void muchMoreThanIsRememberedIsJudgedAtTheEndAllTheSame() {
        rememberFew();
        world.scheduled(top(Node.folder("a", files(0, 240)), Node.folder("b", Node.file("last"))));

        ReconcileReport held = world.scheduled(top(Node.folder("a"), Node.folder("b", Node.file("last"))));
        assertThat(held.removed()).isZero();
        assertThat(held.heldBack()).isEqualTo(240);

        Node moved = top(Node.folder("a", files(239, 240)), Node.folder("b", with(files(0, 120), Node.file("last"))));
        ReconcileReport half = world.scheduled(moved);
        assertThat(half.updated()).isEqualTo(120);
        assertThat(half.problems()).isEmpty();
        assertThat(half.removed()).isEqualTo(119);
        mustHold(moved);
    }

    @Test
    void releaseOfManyTakesOnlyThoseThatWereHeldBackBefore() {
        rememberFew();
        world.scheduled(top(Node.folder("a", files(0, 240)), Node.folder("b", files(240, 260))));
        world.scheduled(top(Node.folder("a", files(0, 90)), Node.folder("b", files(240, 260))));

        ReconcileReport report = world.releasing(top(Node.folder("a", files(0, 1)), Node.folder("b", files(240, 241))));

        assertThat(report.removed()).isEqualTo(150);
        assertThat(report.heldBack()).isEqualTo(89 + 19);
    }

    @Test
    void removalMarkedByARefreshThatBrokeOffIsStillGuarded() {
        rememberFew();
        world.scheduled(top(Node.folder("a", files(0, 120)), Node.folder("b", Node.file("last"))));
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        try (DescriptionScope top = run.open(new ItemKey("top"), top().described(true))) {
            Node.folder("a").describe(top);
        }
        assertThat(heldBack()).hasSize(120);

        ReconcileReport report = world.scheduled(top(Node.folder("a"), Node.folder("b", Node.file("last"))));

        assertThat(report.removed()).isZero();
        assertThat(report.heldBack()).isEqualTo(120);
    }

    /** No more than 30 missing items; the others are noted in the ledger before the refresh has ended. */
    private void rememberFew() {
        world.options = new ReconcileOptions(3, Removal.ARCHIVE, RemovalGuards.STANDARD);
    }

    private static ReconcileOptions guarded(int maximumShare, int minimumItems, Duration minimumAge) {
        return ReconcileOptions.standard()
                .with(Removal.ARCHIVE, new RemovalGuards(true, maximumShare, minimumItems, minimumAge));
    }

    private static Node top(Node... content) {
        return Node.folder("top", content);
    }

    private static Node[] with(Node[] some, Node more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(Node[]::new);
    }

    private static Node[] files(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> Node.file("f" + number))
                .toArray(Node[]::new);
    }

    private LedgerEntry entry(String key) {
        return world.ledger.find(new ItemKey(key)).orElseThrow();
    }

    private List<String> heldBack() {
        return world.ledger.findMissing("", new Paging(0, 1_000)).stream()
                .map(entry -> entry.key().value())
                .toList();
    }

    private void mustHold(Node... tops) {
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(tops), Set.of()));
    }
}
