package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.OperationDeadlines;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the operations of one connector do: here its lives begin, work and end. Called on the threads of its {@link
 * OperationLane}, one at a time, apart from {@link #giveUp}, {@link #abandon} and {@link #endLife}, which any thread may call.
 */
final class ConnectorWork {

    private final PresentState present;
    private final DaemonEnvironment environment;
    private final ConnectorJournal journal;
    private final RunKeeper runs;
    private final CallWatch watch;
    private final ConnectorFactory factory;
    private final Disconnect disconnect;
    private Optional<ConnectorLife> life = Optional.empty();
    private long generationOfLife;

    ConnectorWork(
            PresentState present,
            DaemonEnvironment environment,
            ConnectorJournal journal,
            RunKeeper runs,
            CallWatch watch,
            OpenCalls open) {
        this.present = present;
        this.environment = environment;
        this.journal = journal;
        this.runs = runs;
        this.watch = watch;
        this.factory = new ConnectorFactory(environment.providers());
        this.disconnect =
                new Disconnect(environment.workers(), environment.timing().grace(), journal, open);
    }

    /** @param paused whether it is not to work for now, only to be ready */
    NextStep beginLife(PresentState.Present begun, boolean paused) {
        ConnectorSlot slot = begun.slot();
        long generation = begun.state().generation();
        endLife();
        if (present.isOver(generation)) {
            return NextStep.NOTHING;
        }
        journal.initializing(slot);
        Optional<ConnectorLife> created = create(slot, generation);
        if (created.filter(next -> adopt(generation, next)).isEmpty()) {
            return NextStep.NOTHING;
        }
        ConnectorLife next = created.get();
        if (!attempt(generation, next, Step.INITIALIZE, next::initialize)
                || !attempt(generation, next, Step.START, next::start)) {
            return NextStep.NOTHING;
        }
        if (next.usesBlockingCalls()) {
            return paused ? rest(generation, next) : NextStep.ENGAGE;
        }
        return change(generation, ConnectorStatus.WAITING) && !paused ? NextStep.REFRESH : NextStep.NOTHING;
    }

    /** Something has come for the connector: a refresh takes it in, as if it had asked for one itself. */
    void prompt() {
        presentLife().ifPresent(ConnectorLife::prompt);
    }

    /** Whether the connector waits for a refresh that it asked for itself. */
    boolean isPrompted() {
        return presentLife().filter(ConnectorLife::isPrompted).isPresent();
    }

    void refresh(Operation operation, Pass pass) {
        ConnectorState before = present.state();
        long generation = before.generation();
        Optional<ConnectorLife> current = presentLife();
        if (before.status() != ConnectorStatus.WAITING
                || current.isEmpty()
                || !change(generation, ConnectorStatus.REFRESHING)) {
            return;
        }
        ConnectorLife refreshed = current.get();
        if (pass.trigger().isRefresh()) {
            journal.refreshing(before.lastRefreshTime().isEmpty());
        }
        ActiveRun run = runs.begin(pass.trigger(), operation.requestedBy());
        operation.led(run.id());
        WatchedCall call = begin(generation, refreshed.pulse(), Step.REFRESH);
        try {
            refreshed.removes(present.slot().configuration().hosting().removal());
            Pass.Result result = pass.go(refreshed, run);
            if (!watch.end(call)) {
                endedLate(call, run, refreshed);
            } else if (run.isCancelled()) {
                cancelled(generation, run);
            } else {
                Duration took = call.lasted(environment.timing().monotonic().now());
                ended(generation, result, new LastRefresh(run.id(), now(), took, result.report()));
                runs.end(run, RunOutcome.ofEnd(result.report()), result.report(), Optional.empty());
            }
        } catch (Throwable e) {
            if (!watch.end(call)) {
                endedLate(call, run, refreshed);
            } else if (!run.isCancelled() || !cancelled(generation, run)) {
                Optional<Failure> failure = failed(generation, Step.REFRESH, e);
                runs.end(run, failure.isPresent() ? RunOutcome.FAILED : RunOutcome.CANCELLED, run.soFar(), failure);
                disconnect.end(refreshed);
            }
        }
    }

    void engage(long generation) {
        Optional<ConnectorLife> current = presentLife();
        if (current.isEmpty() || !change(generation, ConnectorStatus.RUNNING)) {
            return;
        }
        ConnectorLife engaged = current.get();
        journal.engaged();
        boolean returned = attempt(generation, engaged, Step.ENGAGE, engaged::engage);
        journal.threadEnding();
        if (returned && !present.isOver(generation)) {
            journal.engageReturned();
            disconnect.end(engaged);
            change(generation, ConnectorStatus.STOPPED);
        }
    }

    /**
     * Gives a call up: the connector has failed, if it is its call, whatever the call still does. Never waits; what the history of runs is to know of
     * it, it does after {@link RunKeeper#catchUp}.
     *
     * @return whether the call had not ended before
     */
    boolean giveUp(WatchedCall call, Message reason) {
        Step step = call.step();
        Failure failure = new Failure(reason, step.suspect);
        Optional<ActiveRun> run = runs.present();
        if (!call.giveUp(failure)) {
            return false;
        }
        if (step.isOfConnector()) {
            revoke(call.generation());
        }
        if (!step.isOfConnector() || change(call.generation(), state -> state.failed(step.ifItFails, failure, now()))) {
            journal.givenUp(call, failure);
        }
        run.ifPresent(going -> runs.endNow(going, RunOutcome.FAILED, going.soFar(), Optional.of(failure)));
        return true;
    }

    /** What was interrupted has not ended since: it is gone on without it. */
    void abandon() {
        Duration grace = environment.timing().grace();
        journal.abandoned(grace);
        Optional<WatchedCall> abandoned = watch.present();
        abandoned
                .filter(call -> !present.isOver(call.generation()))
                .ifPresent(call -> giveUp(
                        call,
                        RuntimeMessage.DID_NOT_END.with(journal.connector(), call.step().method, grace.toSeconds())));
        runs.catchUp();
        runs.endPresent(RunOutcome.CANCELLED);
        if (abandoned.filter(call -> !call.step().isOfConnector()).isEmpty()) {
            endLife();
        }
    }

    /** Forgets what its lives have catalogued, after the last one. */
    void forgetLedgers() {
        try {
            environment
                    .ledgers()
                    .forget(present.slot().daemon(), journal.connector().value());
            environment.state().lineage().forget(present.slot().daemon(), journal.connector());
        } catch (RuntimeException e) {
            journal.ledgerKept(e);
        }
    }

    /** Ends the present life, if there is one that has not ended; waits no longer than the grace period. */
    void endLife() {
        presentLife().ifPresent(disconnect::end);
    }

    private Optional<ConnectorLife> create(ConnectorSlot slot, long generation) {
        WatchedCall call = begin(generation, new Pulse(), Step.CREATE);
        try {
            ConnectorLife created = new ConnectorLife(
                    slot,
                    environment,
                    factory.create(slot),
                    factory.usesBlockingCalls(slot),
                    () -> present.isOver(generation) || !environment.lease().isHeld());
            return watch.end(call) ? Optional.of(created) : Optional.empty();
        } catch (Throwable e) {
            if (watch.end(call)) {
                Failure failure = Failures.of(slot.name(), Step.CREATE.method, e);
                if (change(generation, state -> state.failed(ConnectorStatus.CONFIG_FAILED, failure, now()))) {
                    journal.creationFailed(failure, e);
                }
            }
            return Optional.empty();
        }
    }

    /** Calls the connector. What it throws makes it failed, and ends its life. */
    private boolean attempt(long generation, ConnectorLife called, Step step, Runnable method) {
        WatchedCall call = begin(generation, called.pulse(), step);
        try {
            method.run();
            if (watch.end(call)) {
                return true;
            }
        } catch (Throwable e) {
            if (watch.end(call)) {
                failed(generation, step, e);
            }
        }
        disconnect.end(called);
        return false;
    }

    private WatchedCall begin(long generation, Pulse pulse, Step step) {
        OperationDeadlines deadlines = present.slot().configuration().hosting().deadlines();
        CallLimits limits = CallLimits.of(step, deadlines, environment.timing().stuckAfter());
        // a call before this one may have been stuck, and ended without a change of the status
        change(generation, state -> state.stuck(Optional.empty()));
        return watch.begin(step, generation, limits, pulse);
    }

    /** A refresh that was given up has come to its end after all: its outcome is known already. */
    private void endedLate(WatchedCall call, ActiveRun run, ConnectorLife refreshed) {
        runs.end(run, RunOutcome.FAILED, run.soFar(), call.whyGivenUp());
        disconnect.end(refreshed);
    }

    /** Empty where the life was over anyway. */
    private Optional<Failure> failed(long generation, Step step, Throwable cause) {
        Failure failure = Failures.of(journal.connector(), step.method, cause);
        if (change(generation, state -> state.failed(step.ifItFails, failure, now()))) {
            journal.methodThrew(step.method, failure, cause);
            return Optional.of(failure);
        }
        journal.cutShort(step.method);
        return Optional.empty();
    }

    private void ended(long generation, Pass.Result result, LastRefresh last) {
        boolean goesOn = change(generation, state -> switch (result.extent()) {
            case NOTHING -> state.with(ConnectorStatus.WAITING, now());
            case CHANGES -> state.changesRefreshed(last, now());
            case ALL -> state.refreshed(last, now());
        });
        if (goesOn && result.extent() != Pass.Extent.NOTHING) {
            journal.refreshed(last.report(), last.took());
        }
    }

    private boolean cancelled(long generation, ActiveRun run) {
        boolean goesOn = change(generation, state -> state.refreshCancelled(now()));
        if (goesOn) {
            journal.cancelled(run.id());
        }
        runs.end(run, RunOutcome.CANCELLED, run.soFar(), Optional.empty());
        return goesOn;
    }

    /** A call that was left behind comes here late: it must not end the life that came after its own. */
    private NextStep rest(long generation, ConnectorLife ready) {
        disconnect.end(ready);
        change(generation, ConnectorStatus.STOPPED);
        return NextStep.NOTHING;
    }

    private synchronized boolean adopt(long generation, ConnectorLife next) {
        if (present.isOver(generation) || generation <= generationOfLife) {
            return false;
        }
        generationOfLife = generation;
        life = Optional.of(next);
        return true;
    }

    private synchronized void revoke(long generation) {
        if (generation == generationOfLife) {
            life.ifPresent(ConnectorLife::revoke);
        }
    }

    private synchronized Optional<ConnectorLife> presentLife() {
        return life;
    }

    private boolean change(long generation, ConnectorStatus status) {
        return change(generation, state -> state.with(status, now()));
    }

    private boolean change(long generation, UnaryOperator<ConnectorState> step) {
        return present.change(generation, step);
    }

    private Instant now() {
        return environment.timing().now();
    }
}
