package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

class CrashOnPostgresTest extends CrashContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }

    @Override
    String[] coordinates(TestDatabase database, Path directory) {
        Map<String, String> settings = ((PostgresDatabase) database).settings();
        return new String[] {"postgres", settings.get("db_url"), settings.get("db_user"), settings.get("db_password")};
    }

    /** What the server had begun when its client died it may still finish. */
    @Override
    void settle(TestDatabase database) {
        Awaitility.await("the server notices that its client is gone")
                .atMost(Duration.ofSeconds(60))
                .until(() -> others(database) == 0);
    }

    private static int others(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT COUNT(*) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()")) {
            count.next();
            return count.getInt(1);
        }
    }
}
