package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.spi.FailureOrigin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The lives of one modelled connector: what it is called for, one call after the other, and what comes of that. */
final class LifeModel {

    private static final Duration STUCK_AFTER = Duration.ofMinutes(1);

    final CallLog calls;
    final List<RunOutcome> endedRuns = new ArrayList<>();
    ConnectorStatus status = ConnectorStatus.INITIALIZED;
    Optional<Cause> failure = Optional.empty();
    Optional<TroubleModel> trouble = Optional.empty();
    boolean considered;
    boolean stuck;

    /** The call that hangs, if one does. */
    Optional<OpenCall> present = Optional.empty();

    private final Kind kind;
    private final World world;
    private final BooleanSupplier wanted;
    private int lives;
    private Optional<Integer> connected = Optional.empty();
    private Optional<Duration> due = Optional.empty();
    private Duration presentSince = Duration.ZERO;
    private boolean refreshWaits;
    private Optional<Runnable> withoutThread = Optional.empty();

    /** @param wanted whether it is wanted to work */
    LifeModel(Kind kind, World world, BooleanSupplier wanted) {
        this.kind = kind;
        this.calls = new CallLog(kind);
        this.world = world;
        this.wanted = wanted;
    }

    boolean isIdle() {
        return present.isEmpty() && withoutThread.isEmpty();
    }

    Optional<Duration> due() {
        return due;
    }

    void makesUp() {
        due = Optional.empty();
    }

    /** Begins a new life, ending the present one. */
    void begin(Optional<TroubleModel> remembered, boolean threads) {
        endGeneration(remembered);
        whenThereIsAThread(threads, this::create);
    }

    /** Ends the present life. */
    void halt() {
        endGeneration(Optional.empty());
        disconnect();
        status = ConnectorStatus.STOPPED;
    }

    void refresh(boolean threads) {
        if (isIdle()) {
            whenThereIsAThread(threads, this::beginRefresh);
        } else {
            refreshWaits = true;
        }
    }

    void threadsAreBack() {
        Optional<Runnable> work = withoutThread;
        withoutThread = Optional.empty();
        work.ifPresent(Runnable::run);
    }

    /** The call that hangs comes to its end. */
    void letGo(boolean throwing) {
        OpenCall call = present.orElseThrow();
        present = Optional.empty();
        stuck = false;
        if (throwing) {
            fails(call, Deed.unexpected());
        } else {
            returned(call);
        }
    }

    /** Somebody cancels the refresh that hangs. */
    void cancel() {
        OpenCall call = present.orElseThrow();
        if (world.script.stubborn) {
            giveUp(call, Cause.of(RuntimeMessage.DID_NOT_END, call.call().suspect));
        } else {
            present = Optional.empty();
            stuck = false;
            status = ConnectorStatus.WAITING;
            considered = true;
            endedRuns.add(RunOutcome.CANCELLED);
            over();
        }
    }

    /** Returns whether a call was beyond its deadline, and was given up. */
    boolean keepDeadline() {
        Optional<OpenCall> late = present.filter(
                call -> call.call().deadline.filter(this::hasPassed).isPresent());
        late.ifPresent(call -> giveUp(call, Cause.of(RuntimeMessage.DEADLINE_PASSED, call.call().suspect)));
        stuck = stuck
                || present.filter(call -> call.call() != Call.ENGAGE && hasPassed(STUCK_AFTER))
                        .isPresent();
        return late.isPresent();
    }

    private boolean hasPassed(Duration time) {
        return world.now.minus(presentSince).compareTo(time) >= 0;
    }

    private void whenThereIsAThread(boolean threads, Runnable work) {
        if (threads) {
            work.run();
        } else {
            withoutThread = Optional.of(work);
        }
    }

    private void endGeneration(Optional<TroubleModel> remembered) {
        Optional<OpenCall> interrupted = present;
        interrupted.ifPresent(this::leave);
        if (interrupted.filter(call -> call.call() == Call.REFRESH).isPresent()) {
            endedRuns.add(RunOutcome.CANCELLED);
        }
        withoutThread = Optional.empty();
        refreshWaits = false;
        status = ConnectorStatus.INITIALIZED;
        failure = Optional.empty();
        trouble = remembered;
        considered = false;
    }

    private void create() {
        disconnect();
        lives++;
        call(Call.CREATE);
    }

    private void beginRefresh() {
        if (!wanted.getAsBoolean() || status != ConnectorStatus.WAITING) {
            over();
            return;
        }
        status = ConnectorStatus.REFRESHING;
        callIfFencedIn(Call.REFRESH);
    }

    private void engage() {
        status = ConnectorStatus.RUNNING;
        callIfFencedIn(Call.ENGAGE);
    }

    /** Without the lease nothing is called any more. */
    private void callIfFencedIn(Call call) {
        if (world.leaseHeld) {
            call(call);
        } else {
            fails(calls.next(lives, call), fenced());
        }
    }

    private void call(Call call) {
        OpenCall begun = calls.next(lives, call);
        calls.made(begun);
        Deed deed = world.script.of(kind.name(), call);
        if (deed == Deed.HANGS) {
            present = Optional.of(begun);
            presentSince = world.now;
        } else if (deed.cause.isPresent()) {
            fails(begun, deed.cause.get());
        } else {
            returned(begun);
        }
    }

    private void returned(OpenCall call) {
        switch (call.call()) {
            case CREATE -> initialize();
            case INITIALIZE -> callIfFencedIn(Call.START);
            case START -> started();
            case REFRESH -> refreshed(call);
            case ENGAGE -> {
                disconnect();
                status = ConnectorStatus.STOPPED;
            }
            case DISCONNECT -> throw new AssertionError("nothing comes after that");
        }
    }

    private void initialize() {
        OpenCall call = calls.next(lives, Call.INITIALIZE);
        if (world.metadataServerAway) {
            fails(call, Cause.of(MetadataMessage.SERVER_NOT_AVAILABLE, FailureOrigin.METADATA_SERVER));
        } else if (!world.leaseHeld) {
            fails(call, fenced());
        } else {
            connected = Optional.of(lives);
            call(Call.INITIALIZE);
        }
    }

    private void started() {
        if (kind.blocking && wanted.getAsBoolean()) {
            engage();
        } else if (kind.blocking) {
            disconnect();
            status = ConnectorStatus.STOPPED;
            over();
        } else {
            status = ConnectorStatus.WAITING;
            refreshWaits = refreshWaits || wanted.getAsBoolean();
            over();
        }
    }

    private void refreshed(OpenCall call) {
        if (world.leaseHeld) {
            status = ConnectorStatus.WAITING;
            considered = true;
            endedRuns.add(RunOutcome.SUCCEEDED);
            over();
        } else {
            fails(call, fenced());
        }
    }

    private void fails(OpenCall call, Cause cause) {
        fail(call, cause);
        disconnect();
        over();
    }

    private void giveUp(OpenCall call, Cause cause) {
        fail(call, cause);
        leave(call);
        over();
    }

    private void fail(OpenCall call, Cause cause) {
        status = call.call().ifItFails;
        failure = Optional.of(cause);
        trouble = Optional.of(trouble.orElse(new TroubleModel(cause, 0)));
        considered = true;
        if (call.call() == Call.REFRESH) {
            endedRuns.add(RunOutcome.FAILED);
        }
    }

    /** A call that does not listen to interrupts is gone on without. */
    private void leave(OpenCall call) {
        present = Optional.empty();
        stuck = false;
        if (world.script.stubborn) {
            calls.leave(call);
        }
        disconnect();
    }

    private void disconnect() {
        Optional<Integer> life = connected;
        connected = Optional.empty();
        life.ifPresent(number -> {
            OpenCall call = calls.next(number, Call.DISCONNECT);
            calls.made(call);
            if (world.script.of(kind.name(), Call.DISCONNECT) == Deed.HANGS) {
                calls.leave(call);
            }
        });
    }

    /** An operation has ended: the interval begins, and what waits has its turn. */
    private void over() {
        due = Optional.of(world.now.plus(Kind.INTERVAL));
        if (refreshWaits) {
            refreshWaits = false;
            beginRefresh();
        }
    }

    private static Cause fenced() {
        return Cause.of(RuntimeMessage.LIFE_OVER, FailureOrigin.DAEMON);
    }
}
