package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.CommitGuard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The daemon's own database: makes its tables and runs what is to be done on them. Safe from any thread that has no
 * transaction of the container.
 */
public final class DaemonDatabase {

    /** The schema of all its tables. Quoted in every statement, so that each database takes it literally. */
    static final String SCHEMA = "daemon";

    private static final Logger LOG = System.getLogger(DaemonDatabase.class.getName());

    /** Of those who have something better to do than to wait for a database that has gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final CommitGuard guard;
    private final Duration patience;

    public DaemonDatabase(DataSource dataSource) {
        this(
                dataSource,
                Jdbi.create(dataSource).registerArrayType(UUID.class, "uuid"),
                CommitGuard.NONE,
                Duration.ZERO);
    }

    private DaemonDatabase(DataSource dataSource, Jdbi jdbi, CommitGuard guard, Duration patience) {
        this.dataSource = dataSource;
        this.jdbi = jdbi;
        this.guard = guard;
        this.patience = patience;
    }

    /** The same database for somebody who may write only as long as the guard lets them. */
    public DaemonDatabase guardedBy(CommitGuard entitlement) {
        return new DaemonDatabase(dataSource, jdbi, entitlement, patience);
    }

    /** The same database for somebody who waits no longer than a few seconds for any of its answers. */
    DaemonDatabase patient() {
        return new DaemonDatabase(dataSource, jdbi, guard, PATIENCE);
    }

    /**
     * Whether other nodes can work with the same database at the same time.
     *
     * @throws DatabaseException (DAEMON-DATABASE-500-001)
     */
    public boolean canBeShared() {
        return call("askForProduct", handle -> !handle.getConnection()
                .getMetaData()
                .getDatabaseProductName()
                .equals("H2"));
    }

    /** Something done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Handle handle) throws SQLException;
    }

    /**
     * Creates the tables, or brings them up to date. Repeating it is harmless.
     *
     * @throws DatabaseException (DAEMON-DATABASE-500-002)
     */
    public void migrate() {
        try {
            FluentConfiguration migration = Flyway.configure(DaemonDatabase.class.getClassLoader())
                    .dataSource(dataSource)
                    .schemas(SCHEMA)
                    .locations("classpath:db/daemon");
            lockBySession(migration);
            migration.load().migrate();
        } catch (FlywayException e) {
            LOG.log(Level.DEBUG, "The migration of the daemon's database failed", e);
            throw DatabaseException.migrating(e);
        }
    }

    /**
     * Of several servers one migrates, and the others wait for it. By default PostgreSQL keeps that lock in a transaction of
     * its own that does nothing meanwhile, which a limit for idle transactions would end.
     */
    private static void lockBySession(FluentConfiguration migration) {
        migration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }

    /**
     * Whether the database answers a question at this moment. Takes a few seconds at the most, and before that as long as the data source
     * waits for a connection.
     */
    public boolean answers() {
        try {
            return patient().call("answers", handle -> handle.select("SELECT 1")
                            .mapTo(Integer.class)
                            .one())
                    == 1;
        } catch (DatabaseException e) {
            LOG.log(Level.DEBUG, "The daemon's database does not answer", e);
            return false;
        }
    }

    /**
     * Does one thing.
     *
     * @param operation its name, for the message of a failure
     * @throws DatabaseException (DAEMON-DATABASE-500-001)
     */
    <T> T call(String operation, Work<T> work) {
        return guard == CommitGuard.NONE ? read(operation, work) : inTransaction(operation, work);
    }

    /**
     * Reads something, whoever may write at the time.
     *
     * @param operation its name, for the message of a failure
     * @throws DatabaseException (DAEMON-DATABASE-500-001)
     */
    <T> T read(String operation, Work<T> reading) {
        return worded(operation, () -> jdbi.withHandle(handle -> patiently(handle, reading)));
    }

    /**
     * Does all of it, or nothing.
     *
     * @param operation its name, for the message of a failure
     * @throws DatabaseException (DAEMON-DATABASE-500-001)
     */
    <T> T inTransaction(String operation, Work<T> work) {
        return worded(
                operation,
                () -> jdbi.withHandle(handle -> patiently(
                        handle,
                        connected -> connected.inTransaction(transaction -> {
                            T result = work.on(transaction);
                            guard.beforeCommit(transaction.getConnection());
                            return result;
                        }))));
    }

    private <T> T patiently(Handle handle, Work<T> work) throws SQLException {
        if (patience.isZero()) {
            return work.on(handle);
        }
        Connection connection = handle.getConnection();
        int before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
        try {
            return work.on(handle);
        } finally {
            // one that timed out was closed
            if (!connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, before);
            }
        }
    }

    private interface Call<T> {
        T run() throws SQLException;
    }

    private static <T> T worded(String operation, Call<T> call) {
        try {
            return call.run();
        } catch (JdbiException | SQLException e) {
            LOG.log(Level.DEBUG, "The daemon's database failed in operation " + operation, e);
            throw DatabaseException.during(operation, e);
        }
    }
}
