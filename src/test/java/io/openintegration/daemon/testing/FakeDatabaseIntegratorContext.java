package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.spi.ConnectionPolicy;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.spi.JdbcDrivers;
import io.openintegration.daemon.spi.RefusedNetworks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A context for databases connectors: with the drivers of the class path, asked one by one. */
public final class FakeDatabaseIntegratorContext extends FakeIntegrationContext implements DatabaseIntegratorContext {

    public static final ConnectorName CONNECTOR = new ConnectorName("OakDeneDatabases");

    private Optional<MetadataSource> source = Optional.empty();
    private ConnectionPolicy policy = RefusedNetworks.STANDARD;
    private JdbcDrivers drivers =
            JdbcDrivers.of(List.of(new org.postgresql.Driver(), new org.mariadb.jdbc.Driver(), new org.h2.Driver()));

    public FakeDatabaseIntegratorContext() {
        super(CONNECTOR);
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
    public Optional<MetadataSource> metadataSource() {
        return source;
    }

    @Override
    public void requestRefresh() {
        throw new AssertionError("a database tells of no changes");
    }
}
