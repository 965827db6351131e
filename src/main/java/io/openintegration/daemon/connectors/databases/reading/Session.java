package io.openintegration.daemon.connectors.databases.reading;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A connection that only reads, within limits. Used by one thread; {@link #abandon()} may come from another.
 */
public final class Session implements AutoCloseable {

    /** Takes one row. */
    @FunctionalInterface
    public interface RowReader {
        void read(Row row) throws SQLException;
    }

    /** Asks JDBC's metadata. */
    @FunctionalInterface
    interface MetadataQuery {
        ResultSet ask(DatabaseMetaData metadata) throws SQLException;
    }

    /** SQL's state for anything else. */
    private static final String DRIVER_FAILED = "HY000";

    private static final int MOST_ROWS = 20_000_000;

    private final Connection connection;
    private final Limits limits;
    private final BooleanSupplier cancelled;
    private volatile boolean abandoned;

    /**
     * @param connection is closed with the session
     * @param cancelled asked between rows, by the thread that reads
     */
    public Session(Connection connection, Limits limits, BooleanSupplier cancelled) {
        this.connection = connection;
        this.limits = limits;
        this.cancelled = cancelled;
    }

    Connection connection() {
        return connection;
    }

    Limits limits() {
        return limits;
    }

    /** Has all that is read until {@link #endReading} be of one moment, as far as the engine can, and come in portions. */
    void beginReading(int isolation) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(false);
    }

    /** Ends what {@link #beginReading} began; also after a query that failed. */
    void endReading() throws SQLException {
        if (!abandoned && !connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Reads all rows of a query. */
    void query(String sql, List<?> parameters, RowReader reader) throws SQLException {
        mustGoOn(null);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout((int) Math.max(1, limits.queryTimeout().toSeconds()));
            statement.setFetchSize(limits.fetchSize());
            int number = 0;
            for (Object parameter : parameters) {
                number++;
                if (parameter instanceof String text) {
                    statement.setString(number, text);
                } else {
                    statement.setObject(number, parameter);
                }
            }
            try (ResultSet rows = asked(statement::executeQuery)) {
                read(rows, reader);
            }
        } catch (SQLException failure) {
            mustGoOn(failure);
            throw failure;
        }
    }

    /** Reads all that JDBC's metadata tells. It takes no time limit for itself: the connection has one. */
    void metadata(MetadataQuery query, RowReader reader) throws SQLException {
        mustGoOn(null);
        try (ResultSet rows = asked(() -> query.ask(connection.getMetaData()))) {
            read(rows, reader);
        } catch (SQLException failure) {
            mustGoOn(failure);
            throw failure;
        }
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    /** Drivers stumble over answers that make no sense. */
    private static <T> T asked(Question<T> question) throws SQLException {
        try {
            return question.ask();
        } catch (RuntimeException defect) {
            throw new SQLException("the driver failed", DRIVER_FAILED, defect);
        }
    }

    private void read(ResultSet rows, RowReader reader) throws SQLException {
        Row row = new Row(rows, limits);
        for (int count = 0; asked(rows::next); count++) {
            mustGoOn(null);
            if (count >= MOST_ROWS) {
                throw new TooMuchException("rows of one query");
            }
            reader.read(row);
        }
    }

    private void mustGoOn(Throwable cause) {
        if (abandoned || cancelled.getAsBoolean()) {
            throw new CancelledException(cause);
        }
    }

    /** Whether the database still answers. */
    public boolean isAlive() {
        try {
            return connection.isValid(
                    (int) Math.max(1, Math.min(10, limits.queryTimeout().toSeconds())));
        } catch (SQLException broken) {
            return false;
        }
    }

    /**
     * Ends whatever goes on, by any thread: the connection is torn down, so that who waits for an answer waits no longer.
     *
     * @throws SQLException where the driver cannot; who waits then waits for the time limit
     */
    public void abandon() throws SQLException {
        abandoned = true;
        connection.abort(Runnable::run);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
