package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.spi.ConnectionPolicy;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.spi.JdbcDrivers;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.spi.RefusedNetworks;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;

/** A context for databases connectors: with the drivers of the class path, asked one by one. */
public final class FakeDatabaseIntegratorContext implements DatabaseIntegratorContext {

    public static final ConnectorName CONNECTOR = new ConnectorName("OakDeneDatabases");

    private static final List<Driver> DRIVERS =
            List.of(new org.postgresql.Driver(), new org.mariadb.jdbc.Driver(), new org.h2.Driver());

    private final RecordingAuditLog auditLog = new RecordingAuditLog();
    private final SettableClock clock = new SettableClock();
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private Optional<MetadataSource> source = Optional.empty();
    private ConnectionPolicy policy = RefusedNetworks.STANDARD;
    private JdbcDrivers drivers =
            url -> DRIVERS.stream().filter(driver -> accepts(driver, url)).findFirst();

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException malformed) {
            return false;
        }
    }

    /** Has the databases hang on that element. */
    public FakeDatabaseIntegratorContext with(MetadataSource metadataSource) {
        source = Optional.of(metadataSource);
        return this;
    }

    public FakeDatabaseIntegratorContext permitting(ConnectionPolicy connectionPolicy) {
        policy = connectionPolicy;
        return this;
    }

    public FakeDatabaseIntegratorContext driving(JdbcDrivers jdbcDrivers) {
        drivers = jdbcDrivers;
        return this;
    }

    @Override
    public JdbcDrivers drivers() {
        return drivers;
    }

    @Override
    public Path resolve(String address) {
        return Path.of(address).toAbsolutePath().normalize();
    }

    @Override
    public ConnectionPolicy connectionPolicy() {
        return policy;
    }

    @Override
    public ConnectorName connectorName() {
        return CONNECTOR;
    }

    @Override
    public PermittedSynchronization permittedSynchronization() {
        return PermittedSynchronization.FROM_THIRD_PARTY;
    }

    @Override
    public Optional<MetadataSource> metadataSource() {
        return source;
    }

    @Override
    public RecordingAuditLog auditLog() {
        return auditLog;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void requestRefresh() {
        throw new AssertionError("a database tells of no changes");
    }

    @Override
    public ThreadFactory threads() {
        return work -> {
            Thread thread = new Thread(work, "database");
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
        };
    }

    /** Waits for the threads that the connector took; returns whether all of them came to their end. */
    public boolean threadsEnd() {
        try {
            for (Thread thread : threads) {
                thread.join(20_000);
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }

    @Override
    public void heartbeat() {
        // nobody watches
    }
}
