package io.openintegration.daemon.store.embedded;

import java.sql.SQLException;
import java.util.Set;

/** What kind of failure a database reported. */
record SqlState(String code) {

    private static final SqlState UNKNOWN = new SqlState("unknown");

    /** Lock time-out of H2, concurrent update of H2, lock not available of PostgreSQL. */
    private static final Set<String> CONFLICTS = Set.of("HYT00", "90131", "55P03");

    static SqlState of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return new SqlState(sql.getSQLState());
            }
        }
        return UNKNOWN;
    }

    /**
     * Whether other writers were in the way: a constraint of the database (class 23), or a transaction that had to give
     * way (class 40). Tried again, the change set meets what they wrote.
     */
    boolean meansConflict() {
        return code.startsWith("23") || code.startsWith("40") || CONFLICTS.contains(code);
    }

    /** Whether what was to be written does not fit the tables (class 22), or what stands there (as with a conflict). */
    boolean meansContradiction() {
        return code.startsWith("22") || meansConflict();
    }
}
