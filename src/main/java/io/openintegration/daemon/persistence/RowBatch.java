package io.openintegration.daemon.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Collects rows of a prepared statement and sends them some thousand at a time. */
final class RowBatch {

    private static final int SIZE = 1_000;

    private final PreparedStatement statement;
    private int waiting;

    RowBatch(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Adds the values that were just bound. */
    void add() throws SQLException {
        statement.addBatch();
        waiting++;
        if (waiting == SIZE) {
            finish();
        }
    }

    /** Sends what waits. */
    void finish() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
            waiting = 0;
        }
    }
}
