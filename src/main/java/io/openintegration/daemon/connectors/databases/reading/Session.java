package io.openintegration.daemon.connectors.databases.reading;

import io.openintegration.daemon.connectors.databases.address.Cable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A connection that only reads, within limits. Used by one thread; {@link #abandon()} and {@link #giveUpWhereOverdue()} may come from
 * another.
 */
public final class Session implements AutoCloseable {

    /** Takes one row. */
    @FunctionalInterface
    public interface RowReader {
        void read(Row row) throws SQLException;
    }

    /** What a row stands for. */
    @FunctionalInterface
    interface RowMapper<T> {
        T of(Row row) throws SQLException;
    }

    /** Asks JDBC's metadata. */
    @FunctionalInterface
    interface MetadataQuery {
        ResultSet ask(DatabaseMetaData metadata) throws SQLException;
    }

    /** Asks something. */
    @FunctionalInterface
    interface Work {
        void carryOut() throws SQLException;
    }

    /** SQL's state for anything else. */
    private static final String DRIVER_FAILED = "HY000";

    private static final int MOST_ROWS = 20_000_000;

    private final Connection connection;
    private final Cable cable;
    private final Limits limits;
    private final BooleanSupplier cancelled;
    private final Budget budget;
    private final TimeLimit time;
    private volatile boolean abandoned;
    private volatile boolean givenUp;

    /**
     * @param connection is closed with the session
     * @param cable on which it is
     * @param cancelled asked between rows, by the thread that reads
     */
    public Session(Connection connection, Cable cable, Limits limits, BooleanSupplier cancelled, Clock clock) {
        this.connection = connection;
        this.cable = cable;
        this.limits = limits;
        this.cancelled = cancelled;
        this.budget = new Budget(limits.held());
        this.time = new TimeLimit(clock, limits.answerTimeout());
    }

    Connection connection() {
        return connection;
    }

    Limits limits() {
        return limits;
    }

    Budget budget() {
        return budget;
    }

    /**
     * Has all that is read by it be of one moment, as far as the engine can, and come in portions: PostgreSQL's driver asks for a
     * whole result at once where there is no transaction. It is over when this returns: databases have limits for those that wait.
     */
    void inTransaction(int isolation, Work reading) throws SQLException {
        inTime(() -> {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
        });
        try {
            reading.carryOut();
        } catch (SQLException | RuntimeException failure) {
            endAfter(failure);
            throw failure;
        }
        inTime(this::end);
    }

    private void end() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /** A connection that broke has nothing to end, and what broke it is what counts. */
    private void endAfter(Exception failure) throws SQLException {
        if (!abandoned && !givenUp && !connection.isClosed()) {
            try {
                inTime(this::end);
            } catch (SQLException broken) {
                failure.addSuppressed(broken);
            }
        }
    }

    /** Reads a list of places: there cannot be many. */
    <T> List<T> places(String sql, String what, RowMapper<T> mapper) throws SQLException {
        List<T> places = new ArrayList<>();
        inTransaction(
                Connection.TRANSACTION_READ_COMMITTED,
                () -> query(sql, List.of(), row -> {
                    if (places.size() >= limits.places()) {
                        throw new TooMuchException(what);
                    }
                    places.add(mapper.of(row));
                }));
        return places;
    }

    /** Reads all rows of a query. */
    void query(String sql, List<?> parameters, RowReader reader) throws SQLException {
        inTime(() -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(
                        (int) Math.max(1, limits.queryTimeout().toSeconds()));
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
            }
        });
    }

    /** Reads all that JDBC's metadata tells. */
    void metadata(MetadataQuery query, RowReader reader) throws SQLException {
        inTime(() -> {
            try (ResultSet rows = asked(() -> query.ask(connection.getMetaData()))) {
                read(rows, reader);
            }
        });
    }

    /** Has something done between two rows that does not count as time of the query. */
    void meanwhile(Runnable work) {
        time.without(work);
    }

    interface Question<T> {
        T ask() throws SQLException;
    }

    /** Drivers stumble over answers that make no sense. */
    static <T> T asked(Question<T> question) throws SQLException {
        try {
            return question.ask();
        } catch (RuntimeException defect) {
            throw new SQLException("the driver failed", DRIVER_FAILED, defect);
        } catch (OutOfMemoryError announced) {
            // for one cell of a length that a server made up: what could not be had was not taken
            throw new TooMuchException("bytes of one cell");
        }
    }

    private void inTime(Work work) throws SQLException {
        mustGoOn(null);
        cable.renew();
        time.begin();
        try {
            work.carryOut();
        } catch (SQLException failure) {
            mustGoOn(failure);
            if (cable.isFlooded()) {
                throw new TooMuchException("bytes at once");
            }
            throw failure;
        } finally {
            time.end();
        }
    }

    private void read(ResultSet rows, RowReader reader) throws SQLException {
        Row row = new Row(rows, limits, budget);
        try {
            for (int count = 0; asked(rows::next); count++) {
                if (time.isOver()) {
                    giveUp();
                }
                mustGoOn(null);
                if (count >= MOST_ROWS) {
                    throw new TooMuchException("rows of one query");
                }
                budget.row();
                reader.read(row);
            }
        } catch (TooMuchException tooMuch) {
            cutOff(tooMuch);
            throw tooMuch;
        }
    }

    /** A result that is closed is read to its end by some drivers, and this one may have none. */
    private void cutOff(TooMuchException tooMuch) {
        try {
            tearDown();
        } catch (SQLException cannot) {
            tooMuch.addSuppressed(cannot);
        }
    }

    private void mustGoOn(SQLException cause) throws SQLException {
        if (abandoned || cancelled.getAsBoolean()) {
            throw new CancelledException(cause);
        }
        if (givenUp) {
            throw new SQLTimeoutException("the query took too long", cause);
        }
    }

    /** Whether the database still answers. */
    public boolean isAlive() {
        if (givenUp) {
            return false;
        }
        time.begin();
        try {
            return connection.isValid(
                    (int) Math.max(1, Math.min(10, limits.queryTimeout().toSeconds())));
        } catch (SQLException | RuntimeException broken) {
            return false;
        } finally {
            time.end();
        }
    }

    /**
     * Ends whatever goes on, by any thread: the connection is torn down, so that who waits for an answer waits no longer.
     *
     * @throws SQLException where the driver cannot; who waits then waits for the time limit
     */
    public void abandon() throws SQLException {
        abandoned = true;
        tearDown();
    }

    /**
     * Does the same where a query takes too long, by any thread.
     *
     * @throws SQLException where the driver cannot
     */
    public void giveUpWhereOverdue() throws SQLException {
        if (!givenUp && time.isOver()) {
            giveUp();
        }
    }

    private void giveUp() throws SQLException {
        givenUp = true;
        tearDown();
    }

    private void tearDown() throws SQLException {
        if (!cable.cut()) {
            connection.abort(Runnable::run);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
