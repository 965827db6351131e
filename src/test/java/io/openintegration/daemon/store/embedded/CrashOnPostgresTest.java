package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.store.embedded.CrashScript.Acknowledged;
import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

class CrashOnPostgresTest extends CrashContract<PostgresDatabase> {

    @Override
    PostgresDatabase newDatabase(Path directory) {
        return new PostgresDatabase();
    }

    @Override
    Map<String, Acknowledged> writeUntilKilled(
            PostgresDatabase database, Path directory, int acknowledgements, Runnable moment)
            throws IOException, InterruptedException {
        Map<String, String> settings = database.settings();
        Map<String, Acknowledged> acknowledged = WritingProcess.start(
                        directory.resolve("errors.txt"),
                        "postgres",
                        settings.get("db_url"),
                        settings.get("db_user"),
                        settings.get("db_password"))
                .killAfter(acknowledgements, moment);
        settle(database);
        return acknowledged;
    }

    /** What the server had begun when its client died it may still finish. */
    private static void settle(TestDatabase database) {
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
