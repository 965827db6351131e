package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.CommitGuard;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.Lease;
import io.openintegration.daemon.runtime.MonotonicClock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.support.StorageBasedLockProvider;

/**
 * A lease in a database that several nodes share. What this node believes of it is cautious: it counts from before the claim, by a
 * clock that also goes on while the process is frozen, and ends a little early. What it writes is checked once more, by {@link
 * #guard}, where belief cannot err: in the transaction itself.
 */
public final class JdbiLease implements Lease {

    /** A node that has lost touch stops believing so much earlier than others can take over. */
    private static final Duration CAUTION = Duration.ofSeconds(1);

    private static final String STILL_IN_TERM =
            "SELECT term FROM \"daemon\".daemon_lease WHERE daemon = ? AND term = ? FOR SHARE";

    private static final Logger LOG = System.getLogger(JdbiLease.class.getName());

    private final ServerName daemon;
    private final Duration duration;
    private final MonotonicClock monotonic;
    private final Clock clock;
    private final LeaseRows rows;
    private final StorageBasedLockProvider locks;
    private Optional<SimpleLock> lock = Optional.empty();
    private volatile Duration heldUntil = Duration.ZERO;
    private volatile long term;

    /**
     * @param node names this node and its present start
     * @param duration how long a claim lasts, at least five seconds
     */
    public JdbiLease(
            DaemonDatabase database,
            ServerName daemon,
            String node,
            Duration duration,
            MonotonicClock monotonic,
            Clock clock) {
        this.daemon = daemon;
        this.duration = duration;
        this.monotonic = monotonic;
        this.clock = clock;
        this.rows = new LeaseRows(database, node);
        this.locks = new StorageBasedLockProvider(rows) {};
    }

    @Override
    public boolean claim() {
        Duration begin = monotonic.now();
        try {
            // what was lost is not taken again at once: somebody else may have had it, and whoever ran here must notice
            lock = lock.map(held -> held.extend(duration, Duration.ZERO)).orElseGet(this::take);
        } catch (DatabaseException e) {
            LOG.log(Level.DEBUG, "The lease cannot be claimed", e);
            // it may be ours still; it is given up when its time is over
            if (!isHeld()) {
                lock = Optional.empty();
            }
            return false;
        }
        if (lock.isEmpty()) {
            heldUntil = Duration.ZERO;
            return false;
        }
        heldUntil = begin.plus(duration).minus(CAUTION);
        return isHeld();
    }

    @Override
    public boolean isHeld() {
        return monotonic.now().compareTo(heldUntil) < 0;
    }

    @Override
    public void release() {
        heldUntil = Duration.ZERO;
        try {
            lock.ifPresent(SimpleLock::unlock);
        } catch (DatabaseException e) {
            // others take over when its time is over
            LOG.log(Level.DEBUG, "The lease cannot be given back", e);
        }
        lock = Optional.empty();
    }

    /** Refuses transactions of which it is not sure that no other node has taken over before their commit. */
    public CommitGuard guard() {
        return this::requireTerm;
    }

    private Optional<SimpleLock> take() {
        locks.clearCache();
        Optional<SimpleLock> taken =
                locks.lock(new LockConfiguration(clock.instant(), daemon.value(), duration, Duration.ZERO));
        Optional<Long> ours = taken.flatMap(won -> rows.term(daemon.value()));
        ours.ifPresent(number -> term = number);
        return ours.isPresent() ? taken : Optional.empty();
    }

    /** Whoever takes over waits for the transactions that have come this far. */
    private void requireTerm(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STILL_IN_TERM)) {
            statement.setString(1, StorableText.escaped(daemon.value()));
            statement.setLong(2, term);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw DatabaseException.leaseLost(daemon);
                }
            }
        }
    }
}
