package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TcpProxy;
import io.openintegration.daemon.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

class DaemonDatabaseOnPostgresTest extends DaemonDatabaseContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }

    @Test
    @Timeout(40)
    @DisplayName(
            "a database that is cut off has not answered after a few seconds, though the driver would wait for a minute")
    void cutOff() throws IOException {
        try (PostgresDatabase database = new PostgresDatabase();
                TcpProxy cable = database.proxy()) {
            assertThat(new DaemonDatabase(new BreakingConnections(database, cable)).answers())
                    .isFalse();
            cable.mend();
        }
    }

    /** Each is cut off as soon as it is there. */
    private static final class BreakingConnections extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient TcpProxy cable;

        private BreakingConnections(PostgresDatabase database, TcpProxy cable) {
            this.cable = cable;
            Map<String, String> settings = database.settings(cable.port());
            setURL(settings.get("db_url"));
            setUser(settings.get("db_user"));
            setPassword(settings.get("db_password"));
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            cable.cut();
            return connection;
        }
    }
}
