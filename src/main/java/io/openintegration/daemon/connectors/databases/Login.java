package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.ConnectorException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for a connection for so long, and no longer: no driver can be relied on for that, since a server may answer byte by byte.
 * The work is done by another thread, which closes what comes too late.
 */
final class Login {

    /** SQL's state for anything else. */
    private static final String DRIVER_FAILED = "HY000";

    private final CompletableFuture<Connection> made = new CompletableFuture<>();
    private final Duration limit;

    private Login(Duration limit) {
        this.limit = limit;
    }

    /**
     * Logs in.
     *
     * @return null where the driver says that the address is not for it
     * @throws SQLTimeoutException where it took too long
     * @throws InterruptedException where the caller is told to end
     */
    static Connection within(Duration limit, ThreadFactory threads, Callable<Connection> work)
            throws SQLException, InterruptedException {
        Login login = new Login(limit);
        threads.newThread(() -> login.carryOut(work)).start();
        return login.await();
    }

    private void carryOut(Callable<Connection> work) {
        try {
            Connection connection = work.call();
            if (!made.complete(connection) && connection != null) {
                connection.close();
            }
        } catch (Throwable failure) { // whatever it is, the one who waits is told
            made.completeExceptionally(failure);
        }
    }

    private Connection await() throws SQLException, InterruptedException {
        try {
            return made.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return givenUp(late);
        } catch (InterruptedException told) {
            if (!made.completeExceptionally(told) && !made.isCompletedExceptionally()) {
                close(made.join());
            }
            throw told;
        } catch (ExecutionException failed) {
            throw cause(failed);
        }
    }

    private static void close(Connection unused) {
        try {
            if (unused != null) {
                unused.close();
            }
        } catch (SQLException broken) {
            // then it is closed as well
            return;
        }
    }

    /** What came at the last moment is not lost. */
    private Connection givenUp(Exception reason) throws SQLException {
        SQLTimeoutException timeout = new SQLTimeoutException("no login in time", reason);
        if (made.completeExceptionally(timeout)) {
            throw timeout;
        }
        try {
            return made.join();
        } catch (RuntimeException failed) {
            throw timeout;
        }
    }

    private static SQLException cause(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof SQLException refused) {
            return refused;
        }
        if (cause instanceof ConnectorException known) {
            throw known;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        // drivers stumble over answers that make no sense
        return new SQLException("the driver failed", DRIVER_FAILED, cause);
    }
}
