package io.openintegration.daemon.testing;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections to a database that goes away, and comes back, when the test says so. */
public final class SwitchableDataSource implements DataSource {

    private final DataSource database;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile Runnable onTheWay = () -> {};

    public SwitchableDataSource(DataSource database) {
        this.database = database;
    }

    /** From now on each attempt fails. */
    public void goAway() {
        goAwayAfter(0);
    }

    /** The same, after so many attempts more. */
    public void goAwayAfter(int attempts) {
        left.set(attempts);
    }

    public void comeBack() {
        left.set(Integer.MAX_VALUE);
    }

    /** Happens whenever somebody wants a connection, before they get one. */
    public void meanwhile(Runnable event) {
        onTheWay = event;
    }

    @Override
    public Connection getConnection() throws SQLException {
        onTheWay.run();
        if (left.getAndDecrement() <= 0) {
            throw new SQLException("The database is away", "08001");
        }
        return database.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return database.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
