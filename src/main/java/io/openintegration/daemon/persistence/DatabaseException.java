package io.openintegration.daemon.persistence;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import java.sql.SQLException;
import java.util.Set;

/**
 * The daemon's own database failed ({@code DAEMON-DATABASE-500-…}). Carries no cause on purpose: the messages of
 * drivers quote statements and values, which must not get into status or audit log.
 */
public final class DatabaseException extends DaemonException {

    private static final long serialVersionUID = 1L;

    /** SQL's class of states for a row that is there already, or that another row needs. */
    private static final String CONSTRAINT = "23";

    /** Such classes for values that no column takes, and for what is beyond the database's limits. */
    private static final Set<String> VALUES = Set.of("22", "54");

    private final String state;

    private DatabaseException(Message reason, String state) {
        super(reason);
        this.state = state;
    }

    /** Whether a row was to be stored whose key another one has. */
    boolean isOfRowThatIsThere() {
        return state.startsWith(CONSTRAINT);
    }

    /** Whether it was about rows that were to be stored: others might have been. */
    boolean isOfRows() {
        return isOfRowThatIsThere() || VALUES.contains(state.substring(0, Math.min(2, state.length())));
    }

    static DatabaseException during(String operation, Throwable failure) {
        SqlFailure found = SqlFailure.in(failure);
        return new DatabaseException(
                PersistenceMessage.DATABASE_FAILED.with(operation, found.className(), found.state()), found.state());
    }

    static DatabaseException migrating(Throwable failure) {
        SqlFailure found = SqlFailure.in(failure);
        return new DatabaseException(
                PersistenceMessage.MIGRATION_FAILED.with(found.className(), found.state()), found.state());
    }

    static DatabaseException leaseLost(ServerName daemon) {
        return new DatabaseException(PersistenceMessage.LEASE_LOST.with(daemon), "");
    }

    static DatabaseException settledBefore(InboxName inbox) {
        return new DatabaseException(
                PersistenceMessage.EVENTS_SETTLED_BEFORE.with(inbox.connector(), inbox.daemon()), "");
    }

    /** What of a failure may be told. */
    private record SqlFailure(String className, String state) {

        static SqlFailure in(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    return new SqlFailure(sql.getClass().getName(), String.valueOf(sql.getSQLState()));
                }
            }
            return new SqlFailure(failure.getClass().getName(), "unknown");
        }
    }
}
