package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.RestartPolicy;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.spi.FailureOrigin;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks after one connector, at each tick: whether its present call still lives, and when it is brought back after a failure. It
 * decides and tells; what is to be done is done by {@link HostedConnector}.
 */
final class ConnectorWard {

    /** So many threads a connector may hold by calls that do not end; each attempt could cost one more. */
    static final int MOST_OPEN_CALLS = 5;

    private final PresentState present;
    private final CallWatch watch;
    private final OpenCalls open;
    private final Supervision supervision;
    private final ConnectorJournal journal;
    private final Timing timing;

    /** What is silent for so long waits for something, as far as can be told, and takes no processor. */
    static final Duration SILENT_AFTER = Duration.ofSeconds(1);

    /** Whether a call gives signs of life. */
    record Silence(WatchedCall call, boolean isSilent) {}

    /** A call that is to be given up, and why. */
    record LateCall(WatchedCall call, Message reason) {}

    ConnectorWard(
            PresentState present,
            CallWatch watch,
            OpenCalls open,
            Supervision supervision,
            ConnectorJournal journal,
            Timing timing) {
        this.present = present;
        this.watch = watch;
        this.open = open;
        this.supervision = supervision;
        this.journal = journal;
        this.timing = timing;
    }

    /** The present call, if it is beyond its deadline or without a heartbeat. */
    Optional<LateCall> overdue() {
        Duration now = timing.monotonic().now();
        return call().flatMap(call -> call.overdue(now)
                .map(limit -> new LateCall(
                        call,
                        (limit == WatchedCall.Limit.DEADLINE
                                        ? RuntimeMessage.DEADLINE_PASSED
                                        : RuntimeMessage.NO_HEARTBEAT)
                                .with(journal.connector(), call.step().method, seconds(call, limit, now)))));
    }

    /** The present call, and whether it waits for something. */
    Optional<Silence> silence() {
        Duration now = timing.monotonic().now();
        return call().map(call -> new Silence(call, call.silence(now).compareTo(SILENT_AFTER) >= 0));
    }

    /** The present call, if it has just been found to be stuck; that is told and shown from now on. */
    Optional<WatchedCall> stuck() {
        Duration now = timing.monotonic().now();
        Optional<WatchedCall> call = call();
        switch (call.map(found -> found.look(now)).orElse(WatchedCall.Finding.NOTHING_NEW)) {
            case STUCK -> {
                Duration silence = call.get().silence(now);
                Stuck stuck = new Stuck(
                        call.get().step().method,
                        timing.now().minus(silence),
                        call.get().stack());
                present.change(call.get().generation(), state -> state.stuck(Optional.of(stuck)));
                journal.stuck(call.get(), silence);
                return call;
            }
            case ALIVE_AGAIN -> {
                present.change(call.get().generation(), state -> state.stuck(Optional.empty()));
                journal.aliveAgain(call.get());
            }
            case NOTHING_NEW -> {}
        }
        return Optional.empty();
    }

    /** It works: after a while its failures are forgotten. */
    void works() {
        ConnectorState state = present.state();
        ConnectorStatus status = state.status();
        if (status == ConnectorStatus.WAITING || status == ConnectorStatus.RUNNING) {
            supervision.nothingIsUnderWay();
        }
        if (state.trouble().isEmpty()) {
            return;
        }
        boolean recovered = status == ConnectorStatus.RUNNING
                || state.lastRefreshTime()
                        .filter(time -> status == ConnectorStatus.WAITING)
                        .isPresent();
        if (recovered && supervision.isFirstSignOfRecovery()) {
            journal.recovered(state.trouble().get().attempts());
        }
        if (recovered && supervision.isStable()) {
            present.change(state.generation(), current -> current.with(Optional.<Trouble>empty()));
        }
    }

    /**
     * The daemon's next step for a connector that has failed.
     *
     * @param wanted whether it is wanted to work
     * @return what is to be remembered of its failures in the life that is to begin now; empty where none is
     */
    Optional<Trouble> retry(boolean wanted) {
        ConnectorState state = present.state();
        Optional<Trouble> trouble = state.trouble();
        if (trouble.isEmpty() || state.failure().isEmpty()) {
            return Optional.empty();
        }
        if (!wanted || !isAutomatic()) {
            supervision.clear();
            willNotTry(state);
            return Optional.empty();
        }
        if (open.number() >= MOST_OPEN_CALLS) {
            hold(state);
            return Optional.empty();
        }
        if (supervision.isDue()) {
            Trouble tried = trouble.get().tried();
            journal.retrying(tried.attempts());
            return Optional.of(tried);
        }
        if (!supervision.hasDecided()) {
            decide(state, state.failure().get(), trouble.get());
        }
        return Optional.empty();
    }

    Optional<MetadataServerRef> waitsFor() {
        PresentState.Present now = present.get();
        boolean waits = isAutomatic()
                && now.state().status().isFailure()
                && now.state()
                        .failure()
                        .filter(failure -> failure.origin() == FailureOrigin.METADATA_SERVER)
                        .isPresent();
        return waits ? Optional.of(now.slot().metadataServer()) : Optional.empty();
    }

    /** Returns whether it has waited for that, and is now brought back. */
    boolean metadataServerIsBack() {
        boolean waited = waitsFor().isPresent();
        if (waited) {
            willTryIn(present.state(), supervision.hurry());
        } else {
            supervision.metadataServerIsBack();
        }
        return waited;
    }

    /** Somebody, or the daemon, begins or ends a life: what was planned is void. */
    void clear() {
        supervision.clear();
    }

    private void decide(ConnectorState state, Failure failure, Trouble trouble) {
        Optional<Duration> delay = supervision.plan(failure, trouble.attempts());
        if (delay.isPresent()) {
            willTryIn(state, delay.get());
            journal.willRetry(trouble.attempts() + 1, delay.get(), failure);
        } else {
            journal.noMoreRetries(trouble.attempts(), failure);
        }
    }

    private void hold(ConnectorState state) {
        if (supervision.hold()) {
            journal.retriesHeld(open.number());
        }
        willNotTry(state);
    }

    private void willNotTry(ConnectorState state) {
        present.change(
                state.generation(), current -> current.with(current.trouble().map(Trouble::withoutAttempt)));
    }

    private void willTryIn(ConnectorState state, Duration delay) {
        present.change(
                state.generation(),
                current -> current.with(current.trouble()
                        .map(trouble -> trouble.willTryAt(timing.now().plus(delay)))));
    }

    private boolean isAutomatic() {
        return present.slot().configuration().hosting().restartPolicy() == RestartPolicy.AUTOMATIC;
    }

    private Optional<WatchedCall> call() {
        return watch.present().filter(WatchedCall::isGoingOn).filter(call -> !present.isOver(call.generation()));
    }

    private static long seconds(WatchedCall call, WatchedCall.Limit limit, Duration now) {
        return (limit == WatchedCall.Limit.DEADLINE ? call.lasted(now) : call.silence(now)).toSeconds();
    }
}
