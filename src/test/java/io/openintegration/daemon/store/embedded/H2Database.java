package io.openintegration.daemon.store.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** An H2 file database, set as the product sets it. */
final class H2Database implements AutoCloseable {

    private final JdbcConnectionPool pool;

    H2Database(Path file) {
        this.pool = JdbcConnectionPool.create("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0", "sa", "");
        this.pool.setMaxConnections(16);
    }

    DataSource dataSource() {
        return pool;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
