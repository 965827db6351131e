package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.RefreshMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * One connector of a daemon through all its lives. Requests return at once; the work is done by its {@link OperationLane}.
 * Whatever belongs to an earlier generation can no longer change the state.
 */
final class HostedConnector {

    private final ConnectorSlot slot;
    private final DaemonEnvironment environment;
    private final ConnectorFactory factory;
    private final ConnectorJournal journal;
    private final Disconnect disconnect;
    private final OperationLane lane;
    private final AtomicReference<ConnectorState> state;
    private Optional<ConnectorLife> life = Optional.empty();
    private boolean closed;
    private volatile CompletableFuture<Void> firstRefresh = CompletableFuture.completedFuture(null);

    HostedConnector(ConnectorSlot slot, DaemonEnvironment environment) {
        this.slot = slot;
        this.environment = environment;
        this.factory = new ConnectorFactory(environment.providers());
        this.journal = new ConnectorJournal(slot, environment.auditLog());
        this.disconnect = new Disconnect(environment.workers(), environment.grace(), journal);
        this.lane = new OperationLane(
                environment.workers(), environment.grace(), () -> journal.abandoned(environment.grace()));
        this.state = new AtomicReference<>(ConnectorState.created(now()));
    }

    /** Never waits for anybody. */
    ConnectorReport report() {
        return new ConnectorReport(slot, state.get());
    }

    ConnectorSlot slot() {
        return slot;
    }

    /**
     * Begins a new life, ending the present one. From here on the status no longer shows an earlier failure.
     *
     * @return completed when the new life's first refresh has ended, or it has become clear that there will be none
     */
    synchronized CompletableFuture<Void> restart() {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        long generation = reborn();
        firstRefresh = CompletableFuture.completedFuture(null);
        return submit(OperationKind.RESTART, () -> beginLife(generation)).thenCompose(begun -> firstRefresh);
    }

    /** Ends the present life for good: a restart that comes later does nothing. */
    synchronized CompletableFuture<Void> stop() {
        closed = true;
        long generation = reborn();
        return submit(OperationKind.STOP, () -> {
            endPresentLife();
            change(generation, ConnectorStatus.STOPPED);
        });
    }

    /** Why a refresh cannot be had now; empty where it can. */
    Optional<Message> refusesRefresh() {
        ConnectorState current = state.get();
        return switch (current.status()) {
            case FAILED, INITIALIZE_FAILED, CONFIG_FAILED -> Optional.of(RuntimeMessage.REFRESH_OF_FAILED.with(
                    slot.name(),
                    current.failure()
                            .map(failure -> failure.message().toString())
                            .orElse("")));
            case RUNNING -> Optional.of(RuntimeMessage.REFRESH_OF_ENGAGED.with(slot.name()));
            case STOPPED -> Optional.of(RuntimeMessage.REFRESH_OF_STOPPED.with(slot.name()));
            default -> Optional.empty();
        };
    }

    CompletableFuture<Void> refresh() {
        return submit(OperationKind.REQUESTED_REFRESH, () -> refreshNow(RefreshMode.REQUESTED));
    }

    /** The daemon considered this connector, and left it alone. */
    void considered() {
        Instant now = now();
        state.updateAndGet(current -> current.considered(now));
    }

    /** The timer's knock: refreshes the connector if that is due. */
    void tick() {
        ConnectorState current = state.get();
        if (!isDue(current)) {
            return;
        }
        if (current.status().isFailure()) {
            considered();
        } else if (current.status() == ConnectorStatus.WAITING && lane.isIdle()) {
            lane.submit(new Operation(OperationKind.SCHEDULED_REFRESH, () -> refreshNow(RefreshMode.SCHEDULED)));
        }
    }

    private boolean isDue(ConnectorState current) {
        Duration interval = slot.configuration().refreshInterval();
        return current.lastRefreshTime()
                .map(last -> !interval.isZero() && !last.plus(interval).isAfter(now()))
                .orElse(true);
    }

    private void beginLife(long generation) {
        endPresentLife();
        if (isOver(generation)) {
            return;
        }
        journal.initializing();
        boolean blocking;
        ConnectorLife next;
        try {
            next = new ConnectorLife(slot, environment, factory.create(slot), () -> isOver(generation));
            blocking = factory.usesBlockingCalls(slot);
        } catch (Throwable e) {
            Failure failure = Failure.of(slot.name(), "create", e);
            if (fail(generation, ConnectorStatus.CONFIG_FAILED, failure)) {
                journal.creationFailed(failure, e);
            }
            return;
        }
        if (!adopt(generation, next)
                || !attempt(generation, next, ConnectorStatus.INITIALIZE_FAILED, "initialize", next::initialize)
                || !attempt(generation, next, ConnectorStatus.FAILED, "start", next::start)) {
            return;
        }
        if (blocking) {
            lane.submit(new Operation(OperationKind.ENGAGE, () -> engageNow(generation, next)));
        } else if (change(generation, ConnectorStatus.WAITING)) {
            // the first refresh of a life compares with the metadata server: it may have changed while we were away
            firstRefresh = refresh();
        }
    }

    private void refreshNow(RefreshMode mode) {
        ConnectorState before = state.get();
        long generation = before.generation();
        Optional<ConnectorLife> present = presentLife();
        if (before.status() != ConnectorStatus.WAITING
                || present.isEmpty()
                || !change(generation, ConnectorStatus.REFRESHING)) {
            return;
        }
        journal.refreshing(before.lastRefreshTime().isEmpty());
        Instant begin = now();
        attempt(generation, present.get(), ConnectorStatus.FAILED, "refresh", () -> {
            ReconcileReport report = present.get().refresh(mode);
            Instant end = now();
            Duration took = Duration.between(begin, end);
            if (change(generation, current -> current.refreshed(report, took, end))) {
                journal.refreshed(report, took);
            }
        });
    }

    private void engageNow(long generation, ConnectorLife engaged) {
        if (!change(generation, ConnectorStatus.RUNNING)) {
            return;
        }
        journal.engaged();
        boolean returned = attempt(generation, engaged, ConnectorStatus.FAILED, "engage", engaged::engage);
        journal.threadEnding();
        if (returned && !isOver(generation)) {
            journal.engageReturned();
            disconnect.end(engaged);
            change(generation, ConnectorStatus.STOPPED);
        }
    }

    /** Calls the connector. What it throws makes it failed, and ends its life. */
    private boolean attempt(
            long generation, ConnectorLife called, ConnectorStatus ifItThrows, String method, Runnable call) {
        try {
            call.run();
            return true;
        } catch (Throwable e) {
            Failure failure = Failure.of(slot.name(), method, e);
            if (fail(generation, ifItThrows, failure)) {
                journal.methodThrew(method, failure, e);
            } else {
                journal.cutShort(method);
            }
            disconnect.end(called);
            return false;
        }
    }

    private boolean fail(long generation, ConnectorStatus status, Failure failure) {
        return change(generation, current -> current.failed(status, failure, now()));
    }

    private boolean change(long generation, ConnectorStatus status) {
        return change(generation, current -> current.with(status, now()));
    }

    /** Changes the state, unless another generation has begun. */
    private boolean change(long generation, UnaryOperator<ConnectorState> step) {
        ConnectorState current;
        do {
            current = state.get();
            if (current.generation() != generation) {
                return false;
            }
        } while (!state.compareAndSet(current, step.apply(current)));
        return true;
    }

    private boolean isOver(long generation) {
        return state.get().generation() != generation;
    }

    private long reborn() {
        Instant now = now();
        return state.updateAndGet(current -> current.reborn(now)).generation();
    }

    private synchronized boolean adopt(long generation, ConnectorLife next) {
        if (isOver(generation)) {
            return false;
        }
        life = Optional.of(next);
        return true;
    }

    private synchronized Optional<ConnectorLife> presentLife() {
        return life;
    }

    private void endPresentLife() {
        presentLife().ifPresent(disconnect::end);
    }

    private CompletableFuture<Void> submit(OperationKind kind, Runnable work) {
        Operation operation = new Operation(kind, work);
        lane.submit(operation);
        return operation.done();
    }

    private Instant now() {
        return environment.clock().instant();
    }
}
