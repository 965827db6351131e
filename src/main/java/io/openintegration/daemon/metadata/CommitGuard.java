package io.openintegration.daemon.metadata;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Has the last word in transactions of those who may write only for as long as they are entitled to: called on the transaction's
 * own thread and connection, after everything else and just before the commit. What it throws undoes the transaction.
 */
@FunctionalInterface
public interface CommitGuard {

    /** Everybody may write at any time. */
    CommitGuard NONE = connection -> {};

    void beforeCommit(Connection connection) throws SQLException;
}
