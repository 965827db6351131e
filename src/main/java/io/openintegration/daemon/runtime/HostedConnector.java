package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One connector of a daemon through all its lives. Requests return at once; the work is done by its {@link OperationLane}.
 * Whatever belongs to an earlier generation can no longer change the state.
 */
@SuppressWarnings("FutureReturnValueIgnored") // an operation ends whatever becomes of it: futures only tell of it
final class HostedConnector {

    private static final CompletableFuture<Optional<RunId>> NOTHING_TO_DO =
            CompletableFuture.completedFuture(Optional.empty());

    private final ConnectorName name;
    private final DaemonEnvironment environment;
    private final ConnectorJournal journal;
    private final PresentState present;
    private final RunKeeper runs;
    private final ConnectorWork work;
    private final OperationLane lane;
    private final RefreshTimer timer;
    private final ConnectorWard ward;
    private final Wish wish;
    private Optional<CompletableFuture<Optional<RunId>>> leaving = Optional.empty();
    private volatile CompletableFuture<Optional<RunId>> firstRefresh = NOTHING_TO_DO;

    HostedConnector(ConnectorSlot slot, DaemonEnvironment environment) {
        Timing timing = environment.timing();
        this.name = slot.name();
        this.environment = environment;
        this.journal = new ConnectorJournal(slot.daemon(), name, environment.auditLog());
        this.present = new PresentState(slot, ConnectorState.created(timing.now(), Optional.empty()));
        this.runs = new RunKeeper(slot.daemon(), environment.state().runs(), journal, timing.clock());
        CallWatch watch = new CallWatch(timing.monotonic());
        this.work = new ConnectorWork(present, environment, journal, runs, watch);
        this.lane = new OperationLane(
                environment.workers(), timing.grace(), () -> WorkTarget.of(present.slot()), this::abandoned);
        this.timer = new RefreshTimer(slot.configuration().hosting().schedule(), timing);
        this.wish = new Wish(present, journal, timing.clock());
        this.ward = new ConnectorWard(present, watch, new Supervision(timing), journal, timing);
    }

    ConnectorName name() {
        return name;
    }

    /** Never waits for anybody. */
    ConnectorReport report() {
        PresentState.Present now = present.get();
        boolean working = now.state().status() == ConnectorStatus.WAITING && wish.isToWork();
        return new ConnectorReport(
                now.slot(), now.state(), wish.target(), working ? timer.next() : Optional.empty(), runs.report());
    }

    /** Begins the first life, if there is to be one, with what is known from before the server's start. */
    synchronized void begin(TargetState wanted, Optional<LastRefresh> lastSuccess) {
        wish.set(wanted);
        present.change(0, state -> ConnectorState.created(now(), lastSuccess));
        if (wish.isToLive()) {
            restart(Optional.empty());
        } else {
            halt();
        }
    }

    /**
     * Begins a new life, ending the present one. From here on the status no longer shows an earlier failure.
     *
     * @return completed when the new life's first refresh has ended, or it has become clear that there will be none
     */
    synchronized CompletableFuture<Optional<RunId>> restart(Optional<UserId> by) {
        return leaving.isPresent() ? NOTHING_TO_DO : beginLife(present.slot(), by, Optional.empty());
    }

    /** As {@link #restart}, with another configuration; also where the connector was told to leave and has not left yet. */
    synchronized CompletableFuture<Optional<RunId>> restartIn(ConnectorSlot slot) {
        leaving = Optional.empty();
        timer.change(slot.configuration().hosting().schedule());
        present.move(slot);
        return wish.isToLive() ? beginLife(slot, Optional.empty(), Optional.empty()) : halt();
    }

    /** Lets the present life go on in a slot that it {@linkplain ConnectorSlot#servesAs serves as well}; done at once. */
    synchronized CompletableFuture<Optional<RunId>> move(ConnectorSlot slot) {
        present.move(slot);
        timer.change(slot.configuration().hosting().schedule());
        return NOTHING_TO_DO;
    }

    /** What the operator wants from now on. */
    synchronized CompletableFuture<Optional<RunId>> setTarget(TargetState wanted, UserId by) {
        TargetState before = wish.set(wanted);
        ConnectorStatus status = present.state().status();
        if (leaving.isPresent() || wish.isOutsideWindow()) {
            return NOTHING_TO_DO;
        }
        return switch (wanted) {
            case STOPPED -> status == ConnectorStatus.STOPPED ? NOTHING_TO_DO : halt();
            case PAUSED -> pause(before, status, by);
            case STARTED -> resume(before, status, by);
        };
    }

    /** Ends the present life for good: a restart that comes later does nothing. */
    synchronized CompletableFuture<Optional<RunId>> stop() {
        return leave(() -> {});
    }

    /** As {@link #stop}; after the last life has ended, and can write no more, the connector's ledgers are forgotten. */
    synchronized CompletableFuture<Optional<RunId>> remove() {
        return leave(this::forgetLedgers);
    }

    /** Whether it was stopped or removed, and that is done. */
    synchronized boolean hasLeft() {
        return leaving.filter(CompletableFuture::isDone).isPresent();
    }

    /** Why a refresh cannot be had now; empty where it can. */
    Optional<Message> refusesRefresh() {
        return wish.refusesRefresh();
    }

    /** Why it cannot be restarted along with others; empty where it can. */
    Optional<Message> refusesRestart() {
        return wish.refusesRestart();
    }

    boolean isStoppedOnPurpose() {
        return wish.target() == TargetState.STOPPED;
    }

    CompletableFuture<Optional<RunId>> refresh(Optional<UserId> by) {
        return submitRefresh(OperationKind.REQUESTED_REFRESH, by, RefreshMode.REQUESTED, RunTrigger.REQUEST);
    }

    /** Asks the refresh of that id to end early. Returns whether it is going on. */
    boolean cancel(RunId id) {
        Optional<ActiveRun> run = runs.present().filter(active -> active.id().equals(id));
        run.ifPresent(active -> {
            active.cancel();
            lane.cutShort(() -> runs.present().filter(now -> now == active).isPresent());
        });
        return run.isPresent();
    }

    /** The daemon considered this connector, and left it alone. */
    void considered() {
        present.considered(now());
    }

    /** The metadata server that keeps it from working, where it will be brought back when that returns. */
    Optional<MetadataServerRef> waitsFor() {
        return wish.isToWork() ? ward.waitsFor() : Optional.empty();
    }

    void metadataServerIsBack() {
        ward.metadataServerIsBack();
    }

    /** The timer's knock: looks after the connector, and refreshes it if that is due. */
    void tick() {
        ward.overdue().ifPresent(late -> {
            if (work.giveUp(late.call(), late.reason())) {
                lane.cutShort(() -> true);
            }
        });
        ward.stuck().ifPresent(call -> lane.giveWay());
        keepWindow();
        ConnectorState current = present.state();
        if (current.status().isFailure()) {
            if (timer.isDue()) {
                considered();
                timer.restart();
            }
            superviseFailed();
        } else {
            ward.works();
            if (current.status() == ConnectorStatus.WAITING && wish.isToWork() && lane.isIdle() && timer.isDue()) {
                submitRefresh(
                        OperationKind.SCHEDULED_REFRESH, Optional.empty(), RefreshMode.SCHEDULED, RunTrigger.SCHEDULE);
            }
        }
    }

    private synchronized void superviseFailed() {
        if (wish.isToWork() && leaving.isEmpty() && lane.isIdle()) {
            ward.retry().ifPresent(trouble -> beginLife(present.slot(), Optional.empty(), Optional.of(trouble)));
        }
    }

    private synchronized void keepWindow() {
        if (leaving.isEmpty()) {
            switch (wish.lookAtWindow()) {
                case OPENED -> restart(Optional.empty());
                case CLOSED -> halt();
                case AS_BEFORE -> {}
            }
        }
    }

    private CompletableFuture<Optional<RunId>> pause(TargetState before, ConnectorStatus status, UserId by) {
        if (status == ConnectorStatus.RUNNING) {
            return halt();
        }
        return before == TargetState.STOPPED ? restart(Optional.of(by)) : NOTHING_TO_DO;
    }

    private CompletableFuture<Optional<RunId>> resume(TargetState before, ConnectorStatus status, UserId by) {
        if (status == ConnectorStatus.STOPPED || before == TargetState.STOPPED) {
            return restart(Optional.of(by));
        }
        if (before == TargetState.PAUSED && status == ConnectorStatus.WAITING) {
            // what was missed meanwhile is made up for by this
            timer.isDue();
            return refresh(Optional.of(by));
        }
        return NOTHING_TO_DO;
    }

    private CompletableFuture<Optional<RunId>> beginLife(
            ConnectorSlot slot, Optional<UserId> by, Optional<Trouble> remembered) {
        ward.clear();
        PresentState.Present begun = present.reborn(slot, now(), remembered);
        firstRefresh = NOTHING_TO_DO;
        return submit(OperationKind.RESTART, by, operation -> beginLife(begun, by))
                .thenCompose(done -> firstRefresh);
    }

    private void beginLife(PresentState.Present begun, Optional<UserId> by) {
        switch (work.beginLife(begun, wish.target() == TargetState.PAUSED)) {
                // the first refresh of a life compares with the metadata server: it may have changed while we were away
            case REFRESH -> firstRefresh =
                    submitRefresh(OperationKind.REQUESTED_REFRESH, by, RefreshMode.REQUESTED, RunTrigger.START);
            case ENGAGE -> submit(
                    OperationKind.ENGAGE,
                    by,
                    operation -> work.engage(begun.state().generation()));
            case NOTHING -> timer.restart();
        }
    }

    private CompletableFuture<Optional<RunId>> leave(Runnable last) {
        if (leaving.isEmpty()) {
            leaving = Optional.of(halt(last));
        }
        return leaving.get();
    }

    /** Ends the present life, and begins none. */
    private CompletableFuture<Optional<RunId>> halt() {
        return halt(() -> {});
    }

    private CompletableFuture<Optional<RunId>> halt(Runnable last) {
        ward.clear();
        long generation =
                present.reborn(present.slot(), now(), Optional.empty()).state().generation();
        return submit(OperationKind.STOP, Optional.empty(), operation -> {
            work.endLife();
            if (present.change(generation, state -> state.with(ConnectorStatus.STOPPED, now()))) {
                last.run();
            }
        });
    }

    private void forgetLedgers() {
        try {
            environment.ledgers().forget(present.slot().daemon(), name.value());
        } catch (RuntimeException e) {
            journal.ledgerKept(e);
        }
    }

    /** An operation was interrupted, and has not ended since: it is gone on without it. */
    private void abandoned() {
        journal.abandoned(environment.timing().grace());
        ward.hanging().ifPresent(late -> work.giveUp(late.call(), late.reason()));
        runs.endPresent(RunOutcome.CANCELLED, Optional.empty());
        work.endLife();
    }

    private CompletableFuture<Optional<RunId>> submitRefresh(
            OperationKind kind, Optional<UserId> by, RefreshMode mode, RunTrigger trigger) {
        return submit(kind, by, operation -> {
            work.refresh(operation, mode, trigger);
            timer.restart();
        });
    }

    private CompletableFuture<Optional<RunId>> submit(
            OperationKind kind, Optional<UserId> by, Consumer<Operation> what) {
        Operation operation = new Operation(kind, by, what);
        lane.submit(operation);
        return operation.done();
    }

    private Instant now() {
        return environment.timing().now();
    }
}
