package io.openintegration.daemon.persistence;

import java.time.Duration;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.support.StorageAccessor;
import org.jdbi.v3.core.Handle;

/**
 * Leases as ShedLock keeps locks, in a table of ours: by the clock of the database, so that the clocks of the nodes do not matter,
 * and with a term that counts the holders.
 */
final class LeaseRows implements StorageAccessor {

    /** A claim must not outlast the lease that it is for. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final String INSERT =
            """
            INSERT INTO "daemon".daemon_lease (daemon, held_by, held_until, term)
            SELECT :daemon, :node, CURRENT_TIMESTAMP + :seconds * INTERVAL '1' SECOND, 1
            WHERE NOT EXISTS (SELECT 1 FROM "daemon".daemon_lease WHERE daemon = :daemon)
            """;

    private static final String TAKE_OVER =
            """
            UPDATE "daemon".daemon_lease SET
                held_by = :node, held_until = CURRENT_TIMESTAMP + :seconds * INTERVAL '1' SECOND, term = term + 1
            WHERE daemon = :daemon AND held_until <= CURRENT_TIMESTAMP
            """;

    private static final String EXTEND =
            """
            UPDATE "daemon".daemon_lease SET held_until = CURRENT_TIMESTAMP + :seconds * INTERVAL '1' SECOND
            WHERE daemon = :daemon AND held_by = :node AND held_until > CURRENT_TIMESTAMP
            """;

    private static final String RELEASE =
            """
            UPDATE "daemon".daemon_lease SET held_until = CURRENT_TIMESTAMP
            WHERE daemon = :daemon AND held_by = :node AND held_until > CURRENT_TIMESTAMP
            """;

    private static final String TERM =
            """
            SELECT term FROM "daemon".daemon_lease
            WHERE daemon = :daemon AND held_by = :node AND held_until > CURRENT_TIMESTAMP
            """;

    private final DaemonDatabase database;
    private final String node;

    /** @param node names this node and its present start, so that nobody ever claims what an earlier start held */
    LeaseRows(DaemonDatabase database, String node) {
        this.database = database;
        this.node = node;
    }

    @Override
    public boolean insertRecord(LockConfiguration lock) {
        try {
            return update(INSERT, lock);
        } catch (DatabaseException e) {
            // as a rule another node was first; if not, the update that follows fails too, and tells
            return false;
        }
    }

    /** What this node claimed and gave up waiting for may have become its own all the same: then it has it, in that very term. */
    @Override
    public boolean updateRecord(LockConfiguration lock) {
        return update(TAKE_OVER, lock) || update(EXTEND, lock);
    }

    @Override
    public boolean extend(LockConfiguration lock) {
        return update(EXTEND, lock);
    }

    @Override
    public void unlock(LockConfiguration lock) {
        update(RELEASE, lock);
    }

    /** The term in which this node holds the lease; empty where it does not. */
    Optional<Long> term(String daemon) {
        return patiently("findTermOfLease", handle -> handle.createQuery(TERM)
                .bind("daemon", StorableText.escaped(daemon))
                .bind("node", node)
                .mapTo(Long.class)
                .findOne());
    }

    private boolean update(String statement, LockConfiguration lock) {
        return patiently(
                "claimLease",
                handle -> handle.createUpdate(statement)
                                .bind("daemon", StorableText.escaped(lock.getName()))
                                .bind("node", node)
                                .bind("seconds", lock.getLockAtMostFor().toSeconds())
                                .execute()
                        > 0);
    }

    /** A database that cannot be reached any more must not keep the node from noticing. */
    private <T> T patiently(String operation, DaemonDatabase.Work<T> work) {
        return database.call(operation, handle -> {
            limit(handle, (int) PATIENCE.toMillis());
            try {
                return work.on(handle);
            } finally {
                limit(handle, 0);
            }
        });
    }

    private static void limit(Handle handle, int millis) throws java.sql.SQLException {
        if (!handle.getConnection().isClosed()) {
            handle.getConnection().setNetworkTimeout(Runnable::run, millis);
        }
    }
}
