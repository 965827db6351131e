package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A daemon that several nodes can run: the one that has the {@link Lease} does, the others stand by. Each time of duty is an
 * {@link IntegrationDaemon} of its own. Requests may come from any thread and never wait; {@link #watch} is called by one.
 */
public final class DaemonDuty {

    private final Lease lease;
    private final Function<ServerConfiguration, IntegrationDaemon> daemons;
    private final AuditLog auditLog;
    private final Duration stopLimit;
    private volatile ServerConfiguration configuration;
    private volatile Optional<IntegrationDaemon> onDuty = Optional.empty();
    private boolean toldOfStandby;
    private boolean over;

    /**
     * @param daemons makes the daemon of one time of duty, not started yet
     * @param stopLimit how long its connectors may take to end when its duty does
     */
    public DaemonDuty(
            ServerConfiguration configuration,
            Lease lease,
            Function<ServerConfiguration, IntegrationDaemon> daemons,
            AuditLog auditLog,
            Duration stopLimit) {
        this.configuration = configuration;
        this.lease = lease;
        this.daemons = daemons;
        this.auditLog = auditLog;
        this.stopLimit = stopLimit;
    }

    public ServerName name() {
        return configuration.name();
    }

    /** The configuration that is, or will be, in force. */
    public ServerConfiguration configuration() {
        return configuration;
    }

    /** The daemon, where this node runs it. */
    public Optional<IntegrationDaemon> onDuty() {
        return onDuty;
    }

    /** The daemon as operators can use it from this node. */
    public Optional<OperatedDaemon> operated() {
        return onDuty.map(OperatedDaemon.class::cast);
    }

    /** Claims the lease, and begins or ends the duty accordingly. Called about once a second, and once before. */
    public synchronized void watch() {
        if (over) {
            return;
        }
        boolean held = lease.claim() || lease.isHeld();
        if (held && onDuty.isEmpty()) {
            begin();
        } else if (!held && onDuty.isPresent()) {
            auditLog.log("duty", RuntimeMessage.DUTY_LOST.with(name()));
            end();
        }
        if (!held && !toldOfStandby) {
            auditLog.log("duty", RuntimeMessage.STANDING_BY.with(name()));
            toldOfStandby = true;
        }
    }

    /** {@link #watch} for timers: never throws. */
    public void keepWatch() {
        try {
            watch();
        } catch (RuntimeException e) {
            // a periodic task that throws is never run again
            auditLog.log(
                    "duty", RuntimeMessage.TICK_FAILED.with(name(), e.getClass().getName(), Failures.wordingOf(e)), e);
        }
    }

    /** The timer of the connectors; never throws. */
    public void tick() {
        onDuty.filter(daemon -> lease.isHeld()).ifPresent(IntegrationDaemon::tick);
    }

    /** Goes over to another configuration, now or with the next time of duty. */
    public synchronized ApplyReport apply(ServerConfiguration changed) {
        configuration = changed;
        return onDuty.map(daemon -> daemon.apply(changed)).orElse(ApplyReport.NOTHING);
    }

    /** Tells the connectors to stop, and returns at once. */
    public void beginStop() {
        onDuty.ifPresent(IntegrationDaemon::beginStop);
    }

    /** Ends the duty for good and hands the lease over. */
    public synchronized void stop() {
        over = true;
        if (onDuty.isPresent()) {
            end();
        }
        lease.release();
    }

    private void begin() {
        toldOfStandby = false;
        IntegrationDaemon daemon = daemons.apply(configuration);
        onDuty = Optional.of(daemon);
        try {
            daemon.start();
        } catch (RuntimeException e) {
            end();
            lease.release();
            throw e;
        }
    }

    private void end() {
        IntegrationDaemon ending = onDuty.get();
        try {
            ending.stop(stopLimit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            onDuty = Optional.empty();
        }
    }
}
