package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * One connector of a daemon through all its lives. Requests return at once; the work is done by its {@link OperationLane}.
 * Whatever belongs to an earlier generation can no longer change the state.
 */
final class HostedConnector {

    private final ConnectorName name;
    private final DaemonEnvironment environment;
    private final ConnectorFactory factory;
    private final ConnectorJournal journal;
    private final Disconnect disconnect;
    private final OperationLane lane;
    private final PresentReport present;
    private Optional<ConnectorLife> life = Optional.empty();
    private Optional<CompletableFuture<Void>> leaving = Optional.empty();
    private volatile CompletableFuture<Void> firstRefresh = CompletableFuture.completedFuture(null);

    HostedConnector(ConnectorSlot slot, DaemonEnvironment environment) {
        this.name = slot.name();
        this.environment = environment;
        this.factory = new ConnectorFactory(environment.providers());
        this.journal = new ConnectorJournal(slot.daemon(), name, environment.auditLog());
        this.disconnect = new Disconnect(environment.workers(), environment.grace(), journal);
        this.lane = new OperationLane(
                environment.workers(), environment.grace(), () -> journal.abandoned(environment.grace()));
        this.present = new PresentReport(slot, now());
    }

    ConnectorName name() {
        return name;
    }

    /** Never waits for anybody. */
    ConnectorReport report() {
        return present.get();
    }

    /**
     * Begins a new life, ending the present one. From here on the status no longer shows an earlier failure.
     *
     * @return completed when the new life's first refresh has ended, or it has become clear that there will be none
     */
    synchronized CompletableFuture<Void> restart() {
        if (leaving.isPresent()) {
            return CompletableFuture.completedFuture(null);
        }
        return restartIn(present.get().slot());
    }

    /** As {@link #restart}, with another configuration; also where the connector was told to leave and has not left yet. */
    synchronized CompletableFuture<Void> restartIn(ConnectorSlot slot) {
        leaving = Optional.empty();
        ConnectorReport begun = present.reborn(slot, now());
        firstRefresh = CompletableFuture.completedFuture(null);
        return submit(OperationKind.RESTART, () -> beginLife(begun)).thenCompose(done -> firstRefresh);
    }

    /** Lets the present life go on in a slot that it {@linkplain ConnectorSlot#servesAs serves as well}; done at once. */
    synchronized CompletableFuture<Void> move(ConnectorSlot slot) {
        present.move(slot);
        return CompletableFuture.completedFuture(null);
    }

    /** Ends the present life for good: a restart that comes later does nothing. */
    synchronized CompletableFuture<Void> stop() {
        return leave(() -> {});
    }

    /** As {@link #stop}; after the last life has ended, and can write no more, the connector's ledgers are forgotten. */
    synchronized CompletableFuture<Void> remove() {
        return leave(this::forgetLedgers);
    }

    /** Whether it was stopped or removed, and that is done. */
    synchronized boolean hasLeft() {
        return leaving.filter(CompletableFuture::isDone).isPresent();
    }

    private CompletableFuture<Void> leave(Runnable last) {
        if (leaving.isEmpty()) {
            long generation = reborn();
            leaving = Optional.of(submit(OperationKind.STOP, () -> {
                endPresentLife();
                if (change(generation, ConnectorStatus.STOPPED)) {
                    last.run();
                }
            }));
        }
        return leaving.get();
    }

    private void forgetLedgers() {
        try {
            environment.ledgers().forget(present.get().slot().daemon(), name.value());
        } catch (RuntimeException e) {
            journal.ledgerKept(e);
        }
    }

    /** Why a refresh cannot be had now; empty where it can. */
    Optional<Message> refusesRefresh() {
        ConnectorState current = present.get().state();
        return switch (current.status()) {
            case FAILED, INITIALIZE_FAILED, CONFIG_FAILED -> Optional.of(RuntimeMessage.REFRESH_OF_FAILED.with(
                    name,
                    current.failure()
                            .map(failure -> failure.message().toString())
                            .orElse("")));
            case RUNNING -> Optional.of(RuntimeMessage.REFRESH_OF_ENGAGED.with(name));
            case STOPPED -> Optional.of(RuntimeMessage.REFRESH_OF_STOPPED.with(name));
            default -> Optional.empty();
        };
    }

    CompletableFuture<Void> refresh() {
        return submit(OperationKind.REQUESTED_REFRESH, () -> refreshNow(RefreshMode.REQUESTED));
    }

    /** The daemon considered this connector, and left it alone. */
    void considered() {
        present.considered(now());
    }

    /** The timer's knock: refreshes the connector if that is due. */
    void tick() {
        ConnectorReport report = present.get();
        ConnectorState current = report.state();
        if (!isDue(current, report.slot().configuration().refreshInterval())) {
            return;
        }
        if (current.status().isFailure()) {
            considered();
        } else if (current.status() == ConnectorStatus.WAITING && lane.isIdle()) {
            lane.submit(new Operation(OperationKind.SCHEDULED_REFRESH, () -> refreshNow(RefreshMode.SCHEDULED)));
        }
    }

    private boolean isDue(ConnectorState current, Duration interval) {
        return current.lastRefreshTime()
                .map(last -> !interval.isZero() && !last.plus(interval).isAfter(now()))
                .orElse(true);
    }

    private void beginLife(ConnectorReport begun) {
        ConnectorSlot slot = begun.slot();
        long generation = begun.state().generation();
        endPresentLife();
        if (isOver(generation)) {
            return;
        }
        journal.initializing(slot);
        boolean blocking;
        ConnectorLife next;
        try {
            next = new ConnectorLife(slot, environment, factory.create(slot), () -> isOver(generation));
            blocking = factory.usesBlockingCalls(slot);
        } catch (Throwable e) {
            Failure failure = Failure.of(name, "create", e);
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
        ConnectorState before = present.get().state();
        long generation = before.generation();
        Optional<ConnectorLife> current = presentLife();
        if (before.status() != ConnectorStatus.WAITING
                || current.isEmpty()
                || !change(generation, ConnectorStatus.REFRESHING)) {
            return;
        }
        journal.refreshing(before.lastRefreshTime().isEmpty());
        Instant begin = now();
        attempt(generation, current.get(), ConnectorStatus.FAILED, "refresh", () -> {
            ReconcileReport report = current.get().refresh(mode);
            Instant end = now();
            Duration took = Duration.between(begin, end);
            if (change(generation, state -> state.refreshed(report, took, end))) {
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
            Failure failure = Failure.of(name, method, e);
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

    private boolean change(long generation, UnaryOperator<ConnectorState> step) {
        return present.change(generation, step);
    }

    private boolean isOver(long generation) {
        return present.isOver(generation);
    }

    private long reborn() {
        return present.reborn(present.get().slot(), now()).state().generation();
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
