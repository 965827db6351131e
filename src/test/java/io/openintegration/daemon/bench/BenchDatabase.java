package io.openintegration.daemon.bench;

import io.openintegration.daemon.testing.FileTrees;
import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TestDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty database, set as operators set it, with a pool of connections as servers have it. */
record BenchDatabase(TestDatabase database, DataSource dataSource, Closeable pool, Path directory)
        implements AutoCloseable {

    static BenchDatabase open(String kind, Path home) throws IOException, SQLException {
        Files.createDirectories(home);
        Path directory = Files.createTempDirectory(home, "db-");
        if (kind.equals("h2")) {
            H2Database h2 = new H2Database(directory);
            return new BenchDatabase(h2, h2.dataSource(), () -> {}, directory);
        }
        PostgresDatabase postgres = new PostgresDatabase();
        Pool pool = new Pool(postgres.dataSource().unwrap(PGSimpleDataSource.class));
        beDurable(pool.dataSource());
        return new BenchDatabase(postgres, pool.dataSource(), pool, directory);
    }

    /** The tests' server does not wait for the disk at a commit, which a server for production does. */
    private static void beDurable(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE CURRENT_USER SET synchronous_commit = 'on'");
            statement.execute("SET synchronous_commit = 'on'");
        }
    }

    @Override
    public void close() throws IOException {
        pool.close();
        database.close();
        FileTrees.remove(directory);
    }

    /** The driver's own pool: no good for production, but all that a benchmark needs. */
    @SuppressWarnings("deprecation")
    private static final class Pool implements Closeable {

        private final org.postgresql.ds.PGPoolingDataSource connections = new org.postgresql.ds.PGPoolingDataSource();

        Pool(PGSimpleDataSource unpooled) {
            connections.setDataSourceName("bench-" + System.nanoTime());
            connections.setURL(unpooled.getURL());
            connections.setUser(unpooled.getUser());
            connections.setPassword(unpooled.getPassword());
            connections.setMaxConnections(8);
        }

        DataSource dataSource() {
            return connections;
        }

        @Override
        public void close() {
            connections.close();
        }
    }
}
