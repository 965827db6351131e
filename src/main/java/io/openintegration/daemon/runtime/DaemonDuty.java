package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A daemon that several nodes can run: the one that has the {@link Lease} does, the others stand by. Each time of duty is an
 * {@link IntegrationDaemon} of its own. Requests may come from any thread; {@link #watch}, {@link #tick} and {@link #exchange} are
 * each called by one.
 */
public final class DaemonDuty {

    /** Between attempts to begin that failed, each of which tells a dozen records. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final NodeEnvironment nodes;
    private final Function<ServerConfiguration, IntegrationDaemon> daemons;
    private final AuditLog auditLog;
    private final Duration stopLimit;
    private final BoardCopy board;
    private final SentCommands commands;
    private final StandbyDaemon standby;
    private final NodeExchange exchange;
    private volatile ServerConfiguration configuration;
    private final BackOff beginnings;
    private final ReentrantLock claiming = new ReentrantLock();
    private volatile Optional<Shift> shift = Optional.empty();
    private volatile Optional<Shift> lapsed = Optional.empty();
    private volatile Instant standbySince;
    private volatile boolean over;
    private boolean toldOfStandby;

    /**
     * @param daemons makes the daemon of one time of duty, not started yet
     * @param stopLimit how long its connectors may take to end when its duty does
     */
    public DaemonDuty(
            ServerConfiguration configuration,
            NodeEnvironment nodes,
            Function<ServerConfiguration, IntegrationDaemon> daemons,
            AuditLog auditLog,
            Duration stopLimit) {
        this.configuration = configuration;
        this.nodes = nodes;
        this.daemons = daemons;
        this.auditLog = auditLog;
        this.stopLimit = stopLimit;
        this.standbySince = nodes.timing().now();
        this.board = new BoardCopy(name(), nodes.board(), nodes.timing().monotonic());
        this.commands = new SentCommands(name(), nodes.desk(), nodes.timing(), nodes.patience());
        this.standby = new StandbyDaemon(
                this::configuration,
                board,
                commands,
                new PlanDesk(name(), nodes.chronicle(), new DaemonJournal(name(), auditLog)),
                standbySince);
        this.beginnings = new BackOff(FIRST_PAUSE, LONGEST_PAUSE, nodes.timing().monotonic());
        this.exchange = new NodeExchange(name(), board, commands, auditLog);
    }

    public ServerName name() {
        return configuration.name();
    }

    /** The configuration that is, or will be, in force. */
    public ServerConfiguration configuration() {
        return configuration;
    }

    /** The daemon, where this node runs it, or has lost the lease and has not quite ended it. */
    public Optional<IntegrationDaemon> onDuty() {
        return shift.map(Shift::daemon);
    }

    /** The daemon as operators can use it from this node, whichever node runs it. */
    public OperatedDaemon operated() {
        return held().map(Shift::daemon).map(OperatedDaemon.class::cast).orElse(standby);
    }

    /** What this node does for the daemon. Never waits. */
    public DutyReport report() {
        return held().map(present -> new DutyReport(
                        DutyReport.Role.ACTIVE,
                        present.notice().since(),
                        Optional.of(present.notice()),
                        Optional.empty()))
                .orElseGet(() -> new DutyReport(DutyReport.Role.STANDBY, standbySince, board.onDuty(), board.age()));
    }

    /**
     * Claims the lease, and begins or ends the duty accordingly. Called about once a second, and once before. Nobody waits for a
     * claim that the database does not answer. Where this node could not begin, it leaves the lease to others for a while.
     */
    public void watch() {
        claiming.lock();
        try {
            if (!over && beginnings.isOver()) {
                decide(nodes.lease().claim() || nodes.lease().isHeld());
            }
        } finally {
            claiming.unlock();
        }
        handOver();
    }

    /** {@link #watch} for timers: never throws. */
    public void keepWatch() {
        guarded(this::watch);
    }

    /**
     * The timer of the connectors; never throws, and never waits. It does not leave it to {@link #watch}, which may wait for the
     * database, to find out that the lease is over: the next node may call the same third parties already.
     */
    public void tick() {
        guarded(() -> held().map(Shift::daemon).ifPresentOrElse(IntegrationDaemon::tick, this::lapse));
    }

    private void lapse() {
        shift.filter(present -> !hasLapsed(present)).ifPresent(present -> {
            lapsed = Optional.of(present);
            standbySince = nodes.timing().now();
            present.daemon().beginStop();
        });
    }

    /**
     * The timer of what nodes tell each other, about once a second; never throws. It may wait for the database, and for a turn to
     * change the configuration, so it must hold up no other timer.
     */
    public void exchange() {
        if (nodes.isShared()) {
            guarded(() -> exchange.exchange(held()));
        }
    }

    /**
     * Goes over to another configuration, now or with the next time of duty. A node that stands by asks the node on duty to go over
     * to its document, and does not wait for that: where it fails, the audit log tells.
     *
     * @param changed of the same name
     * @param selection what of the document was changed: all, or one connector
     */
    public ApplyReport apply(ServerConfiguration changed, ConnectorSelection selection, UserId by) {
        Optional<ApplyReport> applied = applyHere(changed);
        return applied.orElseGet(() -> nodes.isShared() ? passOn(Command.apply(selection, by)) : ApplyReport.NOTHING);
    }

    /** Tells the connectors to stop, and returns at once. */
    public void beginStop() {
        onDuty().ifPresent(IntegrationDaemon::beginStop);
    }

    /** Ends the duty for good and hands the lease over: at once, unless a claim is under way, else as soon as that has ended. */
    public void stop() {
        over = true;
        endForGood();
        handOver();
    }

    private synchronized void endForGood() {
        if (shift.isPresent()) {
            end();
        }
    }

    private void handOver() {
        if (over && claiming.tryLock()) {
            try {
                nodes.lease().release();
            } finally {
                claiming.unlock();
            }
        }
    }

    /** A lease that has lapsed is not held again in the same time of duty: another node may have had it meanwhile. */
    private Optional<Shift> held() {
        return shift.filter(present -> !hasLapsed(present) && nodes.lease().isHeld());
    }

    private boolean hasLapsed(Shift present) {
        return lapsed.filter(present::equals).isPresent();
    }

    private synchronized void decide(boolean held) {
        if (over) {
            return;
        }
        if (shift.isEmpty() && held) {
            begin();
        } else if (shift.isPresent() && !(held && held().isPresent())) {
            auditLog.log("duty", RuntimeMessage.DUTY_LOST.with(name()));
            end();
        }
        if (!held && !toldOfStandby) {
            auditLog.log("duty", RuntimeMessage.STANDING_BY.with(name()));
            toldOfStandby = true;
        }
    }

    private synchronized Optional<ApplyReport> applyHere(ServerConfiguration changed) {
        configuration = changed;
        return held().map(present -> present.daemon().apply(changed));
    }

    private ApplyReport passOn(Command apply) {
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        try {
            SentCommand sent = commands.place(apply);
            done = sent.answered().thenCompose(answer -> {
                answer.refusal().ifPresent(this::changeNotApplied);
                return sent.done();
            });
        } catch (DaemonException e) {
            changeNotApplied(e.reason());
        }
        return new ApplyReport(List.of(), List.of(), List.of(), List.of(), List.of(), done);
    }

    private void changeNotApplied(Message why) {
        auditLog.log("apply", NodeMessage.CHANGE_NOT_APPLIED.with(name(), why));
    }

    private void begin() {
        toldOfStandby = false;
        try {
            shift = Optional.of(newShift());
            beginnings.succeeded();
        } catch (RuntimeException | Error e) {
            nodes.lease().release();
            beginnings.failed();
            throw e;
        }
    }

    /** It is on duty once it is started: until then operators are answered as on any node that stands by. */
    private Shift newShift() {
        IntegrationDaemon daemon = daemons.apply(configuration);
        try {
            daemon.start();
        } catch (RuntimeException | Error e) {
            stop(daemon);
            throw e;
        }
        DutyNotice notice = new DutyNotice(nodes.node(), nodes.timing().now());
        return new Shift(
                daemon,
                notice,
                new StatusPublisher(name(), notice, nodes.board()),
                new CommandClerk(daemon, nodes, auditLog));
    }

    private void end() {
        IntegrationDaemon ending = onDuty().orElseThrow();
        standbySince = nodes.timing().now();
        shift = Optional.empty();
        lapsed = Optional.empty();
        stop(ending);
    }

    private void guarded(Runnable timed) {
        try {
            timed.run();
        } catch (RuntimeException | Error e) {
            // a periodic task that throws is never run again
            auditLog.log(
                    "duty", RuntimeMessage.TICK_FAILED.with(name(), e.getClass().getName(), Failures.wordingOf(e)), e);
        }
    }

    private void stop(IntegrationDaemon daemon) {
        try {
            daemon.stop(stopLimit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
