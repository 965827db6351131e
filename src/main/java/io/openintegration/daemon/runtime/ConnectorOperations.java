package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.runtime.run.RunTrigger;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The operations of one connector: what is asked for is put into its {@link OperationLane}, and what is done there may lead to
 * more. All methods return at once.
 */
final class ConnectorOperations {

    private final PresentState present;
    private final DaemonEnvironment environment;
    private final Timing timing;
    private final ConnectorWork work;
    private final Wish wish;
    private final RefreshTimer timer;
    private final WorkerPool workers;
    private final OperationLane lane;
    private final Comparisons comparisons;

    ConnectorOperations(
            PresentState present, DaemonEnvironment environment, ConnectorWork work, Wish wish, RefreshTimer timer) {
        this.present = present;
        this.environment = environment;
        this.timing = environment.timing();
        this.work = work;
        this.wish = wish;
        this.timer = timer;
        this.workers = environment.workers();
        this.comparisons = new Comparisons(timing.monotonic());
        this.lane = new OperationLane(workers, timing.grace(), () -> WorkTarget.of(present.slot()), this::abandoned);
    }

    /**
     * Begins a new generation in that slot, ending the present life.
     *
     * @param remembered of the failures of earlier lives
     * @return ends when the new life's first refresh has ended, or it has become clear that there will be none
     */
    Errand beginLife(ConnectorSlot slot, Optional<UserId> by, Optional<Trouble> remembered) {
        PresentState.Present begun = present.reborn(slot, timing.now(), remembered);
        return submit(new Operation(OperationKind.RESTART, by, operation -> beginLife(begun, operation)));
    }

    /**
     * Begins a new generation without a life, ending the present one.
     *
     * @param last done when it has ended, unless another generation has begun by then
     */
    Errand endLife(Runnable last) {
        PresentState.Present begun = present.reborn(present.slot(), timing.now(), Optional.empty());
        return submit(new Operation(OperationKind.STOP, Optional.empty(), operation -> {
            work.endLife();
            if (present.change(
                    begun.state().generation(), state -> state.with(ConnectorStatus.STOPPED, timing.now()))) {
                last.run();
            }
        }));
    }

    Errand refresh(UserId by) {
        return submit(new Operation(
                OperationKind.REQUESTED_REFRESH,
                Optional.of(by),
                refreshing(RefreshMode.REQUESTED, RunTrigger.REQUEST)));
    }

    /** Removes what was held back before, too. */
    Errand release(UserId by) {
        return submit(new Operation(
                OperationKind.RELEASING_REFRESH,
                Optional.of(by),
                refreshing(RefreshMode.RELEASING, RunTrigger.REQUEST)));
    }

    /** The timer's refresh. */
    void refresh() {
        lane.submit(new Operation(
                OperationKind.SCHEDULED_REFRESH,
                Optional.empty(),
                refreshing(RefreshMode.SCHEDULED, RunTrigger.SCHEDULE)));
    }

    /** The refresh that the connector itself asked for. The timer goes on as if there were none. */
    void refreshChanges() {
        lane.submit(new Operation(OperationKind.CHANGES_REFRESH, Optional.empty(), operation -> {
            if (wish.isToWork()) {
                work.refresh(operation, pass(RefreshMode.CHANGES, RunTrigger.CHANGE));
            }
        }));
    }

    /** Does something that is neither a refresh, nor begins or ends a life. */
    Errand apart(UserId by, Consumer<Operation> what) {
        return submit(new Operation(OperationKind.APART, Optional.of(by), what));
    }

    /** Whether nothing runs and nothing waits. */
    boolean isIdle() {
        return lane.isIdle();
    }

    /** As {@link OperationLane#cutShort}. */
    void cutShort(BooleanSupplier still) {
        lane.cutShort(still);
    }

    /** As {@link OperationLane#lendPlace}. */
    void lendPlace(BooleanSupplier still, boolean silent) {
        lane.lendPlace(still, silent);
    }

    /** As {@link OperationLane#giveWay}. */
    void giveWay(BooleanSupplier still) {
        lane.giveWay(still);
    }

    /** Does something beside the operations that may wait, though not for the connector. */
    void aside(Runnable note) {
        workers.submitControl(note);
    }

    private void beginLife(PresentState.Present begun, Operation restart) {
        long generation = begun.state().generation();
        comparisons.forget();
        switch (work.beginLife(begun, wish.target() == TargetState.PAUSED)) {
                // the first refresh of a life compares with the metadata server: it may have changed while we were away
            case REFRESH -> lane.submit(restart.followedBy(
                    OperationKind.REQUESTED_REFRESH, refreshing(RefreshMode.REQUESTED, RunTrigger.START)));
            case ENGAGE -> lane.submit(
                    new Operation(OperationKind.ENGAGE, restart.requestedBy(), operation -> work.engage(generation)));
            case NOTHING -> restartTimer(generation);
        }
    }

    private Consumer<Operation> refreshing(RefreshMode mode, RunTrigger trigger) {
        return operation -> {
            long generation = present.state().generation();
            if (wish.isToWork()) {
                work.refresh(operation, pass(mode, trigger));
            }
            restartTimer(generation);
        };
    }

    private Pass pass(RefreshMode mode, RunTrigger trigger) {
        return new RefreshPass(mode, trigger, present.slot(), environment, comparisons);
    }

    private Errand submit(Operation operation) {
        Errand errand = operation.errand();
        lane.submit(operation);
        return errand;
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
