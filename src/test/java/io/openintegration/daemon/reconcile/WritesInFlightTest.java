package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.testing.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Batches of two items that are written while the connector goes on describing. */
@Timeout(60)
class WritesInFlightTest {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Node TOP = Node.folder("top", files(0, 9));

    private final World world = new World();
    private final PendingWork writer = new PendingWork(Writer.OTHER_THREAD);

    WritesInFlightTest() {
        world.options = new ReconcileOptions(2, Change.Removal.ARCHIVE);
        world.writer = writer;
    }

    /** The first batch, of top and file, is not written before the connector has looked into a folder. */
    @ParameterizedTest
    @EnumSource(
            value = RefreshMode.class,
            names = {"SCHEDULED", "REQUESTED"})
    void connectorDescribesOnWhileABatchIsBeingWritten(RefreshMode mode) {
        Gate describedFurther = new Gate();
        AtomicBoolean hasDescribedFurther = new AtomicBoolean();
        AtomicBoolean waited = new AtomicBoolean(true);
        world.failingStore.beforeApply(() -> {
            describedFurther.awaitStubbornly(BOUND);
            waited.compareAndSet(true, hasDescribedFurther.get());
        });
        Node inner = Node.folder("inner");
        Node top = Node.folder("top", Node.file("f0"), inner);
        try (ReconcileRun run = world.begin(mode)) {
            try (DescriptionScope scope = run.open(top.itemKey(), top.described(true))) {
                Node.file("f0").describe(scope);
                try (DescriptionScope folder = scope.open(inner.itemKey(), inner.described(false))) {
                    hasDescribedFurther.set(true);
                    describedFurther.open();
                    folder.complete();
                }
                scope.complete();
            }
            assertThat(run.finish().created()).isEqualTo(3);
        }

        assertThat(waited).isTrue();
        mustHold(top);
    }

    @Test
    void refreshThatIsAbandonedLeavesNothingInFlight() {
        applyOnlyWhileTheRefreshWaits();
        ReconcileRun run = begin(3);

        run.close();

        mustBeWritten(Node.folder("top", Node.file("f0")));
        assertThat(run.report().created()).isEqualTo(2);
        assertThatThrownBy(run::finish).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refreshThatFailedLeavesNothingInFlight() {
        applyOnlyWhileTheRefreshWaits();

        assertThatThrownBy(() -> {
                    try (ReconcileRun run = begin(3)) {
                        assertThat(run.progress()).isGreaterThanOrEqualTo(3);
                        throw new IllegalStateException("429 Too Many Requests");
                    }
                })
                .hasMessage("429 Too Many Requests")
                .hasNoSuppressedExceptions();
        mustBeWritten(Node.folder("top", Node.file("f0")));
    }

    @Test
    void refreshThatFinishedLeavesNothingInFlight() {
        applyOnlyWhileTheRefreshWaits();
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        World.describe(run, TOP);

        assertThat(run.finish().created()).isEqualTo(10);

        mustBeWritten(TOP);
    }

    @Test
    void ledgerThatFailsInFlightIsNoticedAtTheNextCall() {
        world.ledger.failAfter(1);
        try (ReconcileRun run = world.begin(RefreshMode.SCHEDULED)) {
            DescriptionScope scope = run.open(TOP.itemKey(), TOP.described(true));
            Node.file("f0").describe(scope);
            writer.awaitIdle();

            assertThatThrownBy(() -> Node.file("f1").describe(scope)).hasMessage("the ledger's database is away");
            assertThatThrownBy(() -> Node.file("f2").describe(scope))
                    .isInstanceOf(MetadataStoreException.class)
                    .hasMessageContaining(ReconcileMessage.REFRESH_BROKEN.id());
            assertThatCode(scope::close).doesNotThrowAnyException();
            assertThatThrownBy(run::finish).hasMessageContaining(ReconcileMessage.REFRESH_BROKEN.id());
        }
        assertThat(world.failingStore.applied()).hasSize(1);

        world.ledger.failNoMore();
        world.scheduled(Node.folder("top"));
        mustHold(Node.folder("top"));
    }

    @ParameterizedTest
    @EnumSource(Writer.class)
    void failureInFlightThatNobodyHasNoticedIsThrownAtTheEnd(Executor thread) {
        world.writer = thread;
        world.failingStore.goAwayAfter(0);
        ReconcileRun run = begin(2);

        assertThatThrownBy(run::close).isInstanceOf(MetadataStoreException.class);
        assertThatCode(run::close).doesNotThrowAnyException();
    }

    @Test
    void nothingIsWrittenAfterAFailureInFlight() {
        world.ledger.failAfter(1);

        assertThatThrownBy(() -> world.scheduled(TOP)).hasMessage("the ledger's database is away");

        assertThat(world.failingStore.applied()).hasSize(1);
    }

    /** It may write until the metadata server has begun to carry out a change set, and then no more: not even in the ledger. */
    @Test
    void refreshThatWasGivenUpInFlightWritesNothingMore() {
        AtomicBoolean givenUp = new AtomicBoolean();
        world.writeGate = () -> {
            if (givenUp.get()) {
                throw new IllegalStateException("given up");
            }
        };
        world.failingStore.beforeApply(() -> givenUp.set(true));

        assertThatThrownBy(() -> world.scheduled(TOP)).hasMessage("given up");

        assertThat(world.failingStore.applied()).hasSize(1);
        assertThat(world.ledger.topScopes()).isEmpty();
        assertThat(world.ledger.intended()).hasSize(2);
    }

    @Test
    void refusedItemOfABatchInFlightIsLeftOut() {
        world.store.apply(
                world.stranger,
                ChangeSet.of(World.creation("DataFile", Node.file("f0").name())));

        ReconcileReport report = world.scheduled(TOP);

        assertThat(report.problems()).extracting(Message::id).containsExactly(ReconcileMessage.OTHER_SOURCE_OWNS.id());
        assertThat(report.created()).isEqualTo(9);
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(TOP), Set.of("f0")));
    }

    @Test
    void itemThatIsBeingWrittenIsNotDescribedOnceMore() {
        Node other = Node.folder("other", Node.file("f0"));
        Node top = Node.folder("top", Node.file("f0"), other);

        ReconcileReport report = world.scheduled(top);

        assertThat(report.problems()).extracting(Message::id).containsExactly(ReconcileMessage.DESCRIBED_TWICE.id());
        mustHold(Node.folder("top", Node.file("f0"), Node.folder("other")));
    }

    @Test
    void interruptDoesNotKeepARefreshFromWaiting() {
        applyOnlyWhileTheRefreshWaits();
        Thread.currentThread().interrupt();

        ReconcileReport report = world.scheduled(TOP);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.created()).isEqualTo(10);
        mustHold(TOP);
    }

    @Test
    void refreshDoesItselfWhatNoThreadIsThereFor() {
        world.writer = work -> {
            throw new RejectedExecutionException("no more threads");
        };

        assertThat(world.scheduled(TOP).created()).isEqualTo(10);
        mustHold(TOP);
    }

    @Test
    void smallRefreshNeedsNoOtherThread() {
        world.options = new ReconcileOptions(500, Change.Removal.ARCHIVE);

        assertThat(world.scheduled(TOP).created()).isEqualTo(10);

        assertThat(writer.taken()).isZero();
    }

    @Test
    void onlyNewItemsAreInFlight() {
        world.scheduled(TOP);
        int before = writer.taken();

        world.scheduled(Node.folder(
                "top",
                IntStream.range(0, 9)
                        .mapToObj(number -> Node.file("f" + number, 2))
                        .toArray(Node[]::new)));

        assertThat(writer.taken()).isEqualTo(before);
    }

    /** Of the folder {@link #TOP}, which is not closed, with so many items, itself included. */
    private ReconcileRun begin(int items) {
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        ItemDescription top = TOP.described(true);
        DescriptionScope scope = run.open(TOP.itemKey(), top);
        TOP.content().subList(0, items - 1).forEach(item -> item.describe(scope));
        return run;
    }

    private void applyOnlyWhileTheRefreshWaits() {
        Thread refreshing = Thread.currentThread();
        world.failingStore.beforeApply(
                () -> Awaitility.await().atMost(BOUND).until(() -> refreshing.getState() == Thread.State.WAITING));
    }

    /** Also in the ledger. */
    private void mustBeWritten(Node top) {
        mustHold(top);
        assertThat(world.catalogueInLedger()).isEqualTo(world.catalogue());
        assertThat(world.ledger.intended()).isEmpty();
    }

    private void mustHold(Node top) {
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(top), Set.of()));
    }

    private static Node[] files(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> Node.file("f" + number))
                .toArray(Node[]::new);
    }
}
