package io.openintegration.daemon.store.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Collects rows of a prepared statement and sends them some thousand at a time. */
final class RowBatch implements AutoCloseable {

    private static final int SIZE = 1_000;

    private final PreparedStatement statement;
    private final boolean eachMeetsItsRow;
    private int waiting;

    private RowBatch(PreparedStatement statement, boolean eachMeetsItsRow) {
        this.statement = statement;
        this.eachMeetsItsRow = eachMeetsItsRow;
    }

    static RowBatch of(Connection connection, String sql) throws SQLException {
        return new RowBatch(connection.prepareStatement(sql), false);
    }

    /** Each statement must meet its row; where one does not, another writer was faster. */
    static RowBatch ofMeeting(Connection connection, String sql) throws SQLException {
        return new RowBatch(connection.prepareStatement(sql), true);
    }

    /** @param values texts, long numbers, UUIDs; null for none, where the column is a text or a UUID */
    void add(Object... values) throws SQLException {
        for (int column = 0; column < values.length; column++) {
            bind(column + 1, values[column]);
        }
        statement.addBatch();
        waiting++;
        if (waiting == SIZE) {
            finish();
        }
    }

    /**
     * Sends what waits.
     *
     * @throws OvertakenException where a statement did not meet its row
     */
    void finish() throws SQLException {
        if (waiting > 0) {
            waiting = 0;
            for (int count : statement.executeBatch()) {
                if (eachMeetsItsRow && count == 0) {
                    throw new OvertakenException();
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private void bind(int column, Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(column, text);
        } else if (value instanceof Long number) {
            statement.setLong(column, number);
        } else if (value == null) {
            statement.setNull(column, Types.NULL);
        } else {
            statement.setObject(column, value);
        }
    }
}
