package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunTrigger;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The operations of one connector: what is asked for is put into its {@link OperationLane}, and what is done there may lead to
 * more. All methods return at once.
 */
@SuppressWarnings("FutureReturnValueIgnored") // an operation ends whatever becomes of it: futures only tell of it
final class ConnectorOperations {

    static final CompletableFuture<Optional<RunId>> NOTHING_TO_DO = CompletableFuture.completedFuture(Optional.empty());

    private final PresentState present;
    private final DaemonEnvironment environment;
    private final Timing timing;
    private final ConnectorWork work;
    private final Wish wish;
    private final RefreshTimer timer;
    private final OperationLane lane;
    private volatile CompletableFuture<Optional<RunId>> firstRefresh = NOTHING_TO_DO;

    ConnectorOperations(
            PresentState present, DaemonEnvironment environment, ConnectorWork work, Wish wish, RefreshTimer timer) {
        this.present = present;
        this.environment = environment;
        this.timing = environment.timing();
        this.work = work;
        this.wish = wish;
        this.timer = timer;
        this.lane = new OperationLane(
                environment.workers(), timing.grace(), () -> WorkTarget.of(present.slot()), this::abandoned);
    }

    /**
     * Begins a new generation in that slot, ending the present life.
     *
     * @param remembered of the failures of earlier lives
     * @return completed when the new life's first refresh has ended, or it has become clear that there will be none
     */
    CompletableFuture<Optional<RunId>> beginLife(
            ConnectorSlot slot, Optional<UserId> by, Optional<Trouble> remembered) {
        PresentState.Present begun = present.reborn(slot, timing.now(), remembered);
        firstRefresh = NOTHING_TO_DO;
        return submit(OperationKind.RESTART, by, operation -> beginLife(begun, by))
                .thenCompose(done -> firstRefresh);
    }

    /**
     * Begins a new generation without a life, ending the present one.
     *
     * @param last done when it has ended, unless another generation has begun by then
     */
    CompletableFuture<Optional<RunId>> endLife(Runnable last) {
        PresentState.Present begun = present.reborn(present.slot(), timing.now(), Optional.empty());
        return submit(OperationKind.STOP, Optional.empty(), operation -> {
            work.endLife();
            if (present.change(
                    begun.state().generation(), state -> state.with(ConnectorStatus.STOPPED, timing.now()))) {
                last.run();
            }
        });
    }

    CompletableFuture<Optional<RunId>> refresh(UserId by) {
        return refresh(OperationKind.REQUESTED_REFRESH, Optional.of(by), RefreshMode.REQUESTED, RunTrigger.REQUEST);
    }

    /** The timer's refresh. */
    void refresh() {
        refresh(OperationKind.SCHEDULED_REFRESH, Optional.empty(), RefreshMode.SCHEDULED, RunTrigger.SCHEDULE);
    }

    /** Does something that is neither a refresh, nor begins or ends a life. */
    CompletableFuture<Optional<RunId>> errand(UserId by, Consumer<Operation> what) {
        return submit(OperationKind.ERRAND, Optional.of(by), what);
    }

    /** Whether nothing runs and nothing waits. */
    boolean isIdle() {
        return lane.isIdle();
    }

    /** As {@link OperationLane#cutShort}. */
    void cutShort(BooleanSupplier still) {
        lane.cutShort(still);
    }

    /** As {@link OperationLane#giveWay}. */
    void giveWay(BooleanSupplier still) {
        lane.giveWay(still);
    }

    private void beginLife(PresentState.Present begun, Optional<UserId> by) {
        long generation = begun.state().generation();
        switch (work.beginLife(begun, wish.target() == TargetState.PAUSED)) {
                // the first refresh of a life compares with the metadata server: it may have changed while we were away
            case REFRESH -> firstRefresh =
                    refresh(OperationKind.REQUESTED_REFRESH, by, RefreshMode.REQUESTED, RunTrigger.START);
            case ENGAGE -> submit(OperationKind.ENGAGE, by, operation -> work.engage(generation));
            case NOTHING -> restartTimer(generation);
        }
    }

    private CompletableFuture<Optional<RunId>> refresh(
            OperationKind kind, Optional<UserId> by, RefreshMode mode, RunTrigger trigger) {
        return submit(kind, by, operation -> {
            long generation = present.state().generation();
            if (wish.isToWork()) {
                work.refresh(operation, new RefreshPass(mode, trigger, present.slot(), environment));
            }
            restartTimer(generation);
        });
    }

    private CompletableFuture<Optional<RunId>> submit(
            OperationKind kind, Optional<UserId> by, Consumer<Operation> what) {
        Operation operation = new Operation(kind, by, what);
        lane.submit(operation);
        return operation.done();
    }

    private void abandoned() {
        work.abandon();
        timer.restart();
    }

    /** An abandoned operation that ends late leaves the timer of the next life alone. */
    private void restartTimer(long generation) {
        if (!present.isOver(generation)) {
            timer.restart();
        }
    }
}
