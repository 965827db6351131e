package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Certainty;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.reconcile.Node.Kind;
import io.openintegration.daemon.reconcile.Node.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An item that is there and could not be looked into changes in what is beyond doubt alone. */
class NotLookedIntoTest {

    private static final Node TABLE = Node.csv("b2", "x", "y");
    private static final Node TOP = Node.folder("top", TABLE);
    private static final Node UNSEEN = Node.file("b2", 7).read(Reading.NOT_LOOKED_INTO);
    private static final Node UNSEEN_TOP = Node.folder("top", UNSEEN);

    private final World world = new World();

    @BeforeEach
    void catalogue() {
        world.scheduled(TOP);
    }

    @Test
    void itKeepsElementTypeClassificationsAndParts() {
        Guid before = world.element(TABLE).guid();

        assertThat(world.scheduled(UNSEEN_TOP).problems()).isEmpty();

        assertThat(world.element(TABLE).guid()).isEqualTo(before);
        mustHold(TOP);
    }

    @Test
    void itIsAskedForOnceUntilItsStampChanges() {
        world.scheduled(UNSEEN_TOP);

        assertThat(world.scheduled(UNSEEN_TOP).unchanged()).isEqualTo(2);
        assertThat(world.ledger.find(UNSEEN.itemKey()).orElseThrow().stamp()).isEqualTo(UNSEEN.stamp());
    }

    @Test
    void whatIsBeyondDoubtIsWrittenAndOtherPropertiesStay() {
        describe(RefreshMode.SCHEDULED, new Certainty(false, text("displayName", "renamed")));

        assertThat(world.element(TABLE).properties().text("displayName")).contains("renamed");
        assertThat(world.element(TABLE).properties().text("description")).contains("revision 1");
    }

    @Test
    void typeThatIsBeyondDoubtReplacesTheElement() {
        Guid before = world.element(TABLE).guid();

        describe(RefreshMode.SCHEDULED, new Certainty(true, ElementProperties.NONE));

        assertThat(world.element(UNSEEN).guid()).isNotEqualTo(before);
        assertThat(world.exists("test::b2::schema::x")).isFalse();
    }

    @Test
    void newItemIsTakenForWhatItSeems() {
        Node fresh = Node.file("c4").read(Reading.NOT_LOOKED_INTO);

        assertThat(world.scheduled(Node.folder("top", TABLE, fresh)).created()).isEqualTo(1);

        mustHold(Node.folder("top", TABLE, Node.file("c4")));
    }

    @Test
    void onceItIsSeenAgainItIsDescribedAsItIs() {
        world.scheduled(UNSEEN_TOP);
        Guid before = world.element(TABLE).guid();

        world.scheduled(Node.folder("top", Node.csv("b2", "y", "z")));

        mustHold(Node.folder("top", Node.csv("b2", "y", "z")));
        assertThat(world.element(TABLE).guid()).isEqualTo(before);
    }

    @Test
    void whatIsWrongWithItIsInTheReportOfTheRefreshThatAskedForIt() {
        Message wrong = ReconcileMessage.SCOPE_INCOMPLETE.with("b2");

        assertThat(describe(RefreshMode.SCHEDULED, new Certainty(false, ElementProperties.NONE, Optional.of(wrong)))
                        .problems())
                .containsExactly(wrong);
    }

    @Test
    void itMayMove() {
        world.scheduled(Node.folder("top", Node.folder("sub", UNSEEN)));

        mustHold(Node.folder("top", Node.folder("sub", TABLE)));
    }

    @Test
    void comparisonWithTheServerPutsRightWhatIsBeyondDoubt() {
        world.byDaemonUser(new Change.UpdateElement(world.element(TABLE).guid(), text("displayName", "edited"), true));

        world.requested(UNSEEN_TOP);

        mustHold(TOP);
        world.scheduled(Node.folder("top", Node.csv("b2", "x")));
        mustHold(Node.folder("top", Node.csv("b2", "x")));
    }

    @Test
    void itIsRestoredWithItsPartsWhereItWasArchived() {
        world.byDaemonUser(new Change.RemoveElement(world.element(TABLE).guid(), Change.Removal.ARCHIVE));

        assertThat(world.requested(UNSEEN_TOP).restored()).isEqualTo(1);

        mustHold(TOP);
    }

    @Test
    void itKeepsThePartsOfWhichTheLedgerLostTheAnswer() {
        Node more = Node.folder("top", Node.csv("b2", "x", "y", "z"));
        world.failingStore.loseAnswerAfter(0);
        assertThatThrownBy(() -> world.scheduled(more)).isInstanceOf(MetadataStoreException.class);
        world.failingStore.loseNoMore();

        world.scheduled(UNSEEN_TOP);
        mustHold(more);
        world.scheduled(TOP);
        mustHold(TOP);
    }

    @Test
    void itKeepsWhatItHasWhereTheLedgerIsLost() {
        LedgerEntry entry = world.ledger.find(TABLE.itemKey()).orElseThrow();
        world.ledger.save(List.of(), List.of(entry.key()));

        world.scheduled(UNSEEN_TOP);

        assertThat(world.element(TABLE).guid()).isEqualTo(entry.guid());
        assertThat(world.exists("test::b2::schema::y")).isTrue();
        world.scheduled(TOP);
        mustHold(TOP);
    }

    @Test
    void planTellsOfWhatIsBeyondDoubtAlone() {
        Node unseen = Node.folder("top", UNSEEN);

        assertThat(PlannedRefresh.of(world, RefreshMode.REQUESTED, List.of(unseen))
                        .all())
                .isEmpty();
        world.byDaemonUser(new Change.UpdateElement(world.element(TABLE).guid(), text("displayName", "edited"), true));

        PlannedRefresh plan = PlannedRefresh.of(world, RefreshMode.REQUESTED, List.of(unseen));

        assertThat(plan.all()).singleElement().satisfies(change -> {
            assertThat(change.type()).isEqualTo(world.element(TABLE).type());
            assertThat(change.differences()).singleElement().satisfies(difference -> assertThat(difference.name())
                    .isEqualTo("displayName"));
        });
        plan.apply(world, List.of(unseen));
        mustHold(TOP);
    }

    @Test
    void scopeKeepsWhatWasNotCounted() {
        ElementProperties whole = text("displayName", "data").mergedWith(text("description", "12 files"));
        ElementProperties known = text("displayName", "data");
        describeScope(folder(whole));

        describeScope(folder(text("displayName", "data").mergedWith(text("description", "3 files")))
                .with(new Certainty(true, known)));
        assertThat(scope().properties().text("description")).contains("12 files");

        describeScope(folder(whole.mergedWith(text("description", "3 files"))));
        assertThat(scope().properties().text("description")).contains("3 files");
    }

    private static ItemDescription folder(ElementProperties properties) {
        ItemDescription item = Node.folder("counted").as(Kind.DATA_FOLDER).described(true);
        return new ItemDescription(
                item.type(), item.qualifiedName(), properties, item.classifications(), item.link(), List.of());
    }

    private void describeScope(ItemDescription item) {
        try (ReconcileRun run = world.begin(RefreshMode.SCHEDULED)) {
            World.describe(run, TOP);
            try (DescriptionScope scope = run.open(new ItemKey("counted"), item)) {
                scope.complete();
            }
            run.finish();
        }
    }

    private Element scope() {
        return world.element("test::counted");
    }

    private ReconcileReport describe(RefreshMode mode, Certainty certainty) {
        Node top = Node.folder("top");
        try (ReconcileRun run = world.begin(mode)) {
            try (DescriptionScope scope = run.open(top.itemKey(), top.described(true))) {
                scope.add(UNSEEN.itemKey(), "other", () -> Node.file("b2", 7)
                        .described(false)
                        .with(certainty));
                scope.complete();
            }
            return run.finish();
        }
    }

    private static ElementProperties text(String name, String value) {
        return ElementProperties.builder().text(name, value).build();
    }

    private void mustHold(Node... tops) {
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(tops), Set.of()));
        assertThat(world.catalogueInLedger()).isEqualTo(world.catalogue());
    }
}
