package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One connector of a daemon through all its lives. Requests return at once; the work is done by its {@link ConnectorOperations}.
 * Whatever belongs to an earlier generation can no longer change the state.
 */
final class HostedConnector {

    private final ConnectorName name;
    private final Timing timing;
    private final PresentState present;
    private final RunKeeper runs;
    private final CallWatch watch;
    private final ConnectorWork work;
    private final ConnectorOperations operations;
    private final ConnectorPlans connectorPlans;
    private final RefreshTimer timer;
    private final ConnectorWard ward;
    private final Wish wish;
    private Optional<Errand> leaving = Optional.empty();

    HostedConnector(ConnectorSlot slot, DaemonEnvironment environment) {
        this.name = slot.name();
        this.timing = environment.timing();
        this.present = new PresentState(slot, ConnectorState.created(timing.now(), Optional.empty()));
        ConnectorJournal journal = new ConnectorJournal(slot.daemon(), name, environment.auditLog());
        this.runs = new RunKeeper(slot.daemon(), environment.state().runs(), journal, timing.clock());
        OpenCalls open = new OpenCalls();
        this.watch = new CallWatch(timing.monotonic(), open);
        this.work = new ConnectorWork(present, environment, journal, runs, watch, open);
        this.timer = new RefreshTimer(slot.configuration().hosting().schedule(), timing);
        this.wish = new Wish(present, journal, timing.clock());
        PlanBook plans = PlanBook.of(slot, environment);
        this.operations = new ConnectorOperations(present, environment, work, wish, timer);
        this.connectorPlans = new ConnectorPlans(
                operations, work, new UndoWork(present, environment, journal, runs, watch), plans, journal);
        this.ward = new ConnectorWard(present, watch, open, new Supervision(timing), journal, timing);
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
        wish.begin(wanted);
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
     * @return ends when the new life's first refresh has ended, or it has become clear that there will be none
     */
    synchronized Errand restart(Optional<UserId> by) {
        return leaving.isPresent() ? Errand.none() : beginLife(present.slot(), by, Optional.empty());
    }

    /** As {@link #restart}, with another configuration; one that was told to leave, and has not left yet, begins as if new. */
    synchronized Errand restartIn(ConnectorSlot slot) {
        if (leaving.isPresent()) {
            leaving = Optional.empty();
            wish.begin(TargetState.STARTED);
        }
        timer.change(slot.configuration().hosting().schedule());
        present.move(slot);
        return wish.isToLive() ? beginLife(slot, Optional.empty(), Optional.empty()) : halt();
    }

    /** Lets the present life go on in a slot that it {@linkplain ConnectorSlot#servesAs serves as well}; done at once. */
    synchronized Errand move(ConnectorSlot slot) {
        present.move(slot);
        timer.change(slot.configuration().hosting().schedule());
        return Errand.none();
    }

    /** What the operator wants from now on. */
    synchronized Errand setTarget(TargetState wanted, UserId by) {
        Wish.Consequence step = wish.change(wanted);
        if (leaving.isPresent()) {
            return Errand.none();
        }
        return switch (step) {
            case NOTHING -> Errand.none();
            case HALT -> halt();
            case RESTART -> restart(Optional.of(by));
            case REFRESH -> makeUp(by);
        };
    }

    /** Ends the present life for good: a restart that comes later does nothing. */
    synchronized Errand stop() {
        return leave(() -> {});
    }

    /** As {@link #stop}; after the last life has ended, and can write no more, the connector's ledgers are forgotten. */
    synchronized Errand remove() {
        return leave(work::forgetLedgers);
    }

    /** Whether it was stopped or removed, and that is done. */
    synchronized boolean hasLeft() {
        return leaving.filter(Errand::isDone).isPresent();
    }

    /** Why a refresh cannot be had now; empty where it can. */
    Optional<Message> refusesRefresh() {
        return wish.refusesRefresh();
    }

    /** Why it cannot be restarted, by its name or along with others; empty where it can. */
    Optional<Message> refusesRestart(boolean named) {
        return wish.refusesRestart(named);
    }

    boolean isStoppedOnPurpose() {
        return wish.target() == TargetState.STOPPED;
    }

    Errand refresh(UserId by) {
        return operations.refresh(by);
    }

    ConnectorPlans plans() {
        return connectorPlans;
    }

    /** Why no plan can be made now; empty where one can. One that is paused can be asked. */
    Optional<Message> refusesPlan() {
        return wish.refusesPlan();
    }

    /** Stands for the configuration that plans are made for. */
    String configuration() {
        return SlotDigest.of(present.slot());
    }

    /** A refresh that also removes what was held back before. */
    Errand release(UserId by) {
        return operations.release(by);
    }

    /** Something has come for it; a refresh takes it in, soon, where it is at work. */
    void prompt() {
        work.prompt();
    }

    /** Asks the refresh of that id to end early. Returns whether it is going on. */
    boolean cancel(RunId id) {
        Optional<ActiveRun> run = runs.present().filter(active -> active.id().equals(id));
        run.ifPresent(active -> {
            active.cancel();
            operations.cutShort(
                    () -> runs.present().filter(now -> now == active).isPresent());
        });
        return run.isPresent();
    }

    /** Of its runs those of which the history does not know, or not all: what goes on, and ends that it has missed. */
    Stream<RunReport> runsBeforeHistory() {
        return runs.beforeHistory();
    }

    /** The daemon considered this connector, and left it alone. */
    void considered() {
        present.considered(now());
    }

    /** The metadata server that keeps it from working, where it will be brought back when that returns. */
    Optional<MetadataServerRef> waitsFor() {
        return wish.isToWork() ? ward.waitsFor() : Optional.empty();
    }

    /** Returns whether it has waited for that server, and is now brought back. */
    boolean metadataServerIsBack(MetadataServerRef server) {
        return wish.isToWork() && present.slot().metadataServer().equals(server) && ward.metadataServerIsBack();
    }

    /** The timer's knock: looks after the connector, and refreshes it if that is due. */
    void tick() {
        if (runs.hasToCatchUp(timing.monotonic().now())) {
            operations.aside(runs::catchUp);
        }
        ward.overdue().ifPresent(late -> {
            if (work.giveUp(late.call(), late.reason())) {
                operations.aside(runs::catchUp);
                operations.cutShort(() -> watch.isPresent(late.call()));
            }
        });
        ward.silence().ifPresent(found -> operations.lendPlace(() -> watch.isPresent(found.call()), found.isSilent()));
        ward.stuck().ifPresent(call -> operations.giveWay(() -> watch.isPresent(call)));
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
            if (current.status() == ConnectorStatus.WAITING && wish.isToWork() && operations.isIdle()) {
                refreshIfDue();
            }
        }
    }

    private void refreshIfDue() {
        if (timer.isDue()) {
            operations.refresh();
        } else if (work.isPrompted()) {
            operations.refreshChanges();
        }
    }

    private synchronized void superviseFailed() {
        if (leaving.isEmpty() && operations.isIdle()) {
            ward.retry(wish.isToWork())
                    .ifPresent(trouble -> beginLife(present.slot(), Optional.empty(), Optional.of(trouble)));
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

    /** Makes up, by one refresh, for what was missed while it was paused. */
    private Errand makeUp(UserId by) {
        timer.isDue();
        return operations.refresh(by);
    }

    private Errand beginLife(ConnectorSlot slot, Optional<UserId> by, Optional<Trouble> remembered) {
        ward.clear();
        return operations.beginLife(slot, by, remembered);
    }

    private Errand leave(Runnable last) {
        if (leaving.isEmpty()) {
            leaving = Optional.of(halt(last));
        }
        return leaving.get();
    }

    /** Ends the present life, and begins none. */
    private Errand halt() {
        return halt(() -> {});
    }

    private Errand halt(Runnable last) {
        ward.clear();
        return operations.endLife(last);
    }

    private Instant now() {
        return timing.now();
    }
}
