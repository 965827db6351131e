package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in files, by the URL that operators get where they set none. */
public final class H2Database implements SharedDatabase {

    private static final Pattern DEFAULT_URL = Pattern.compile("name=\"db_url\" defaultValue=\"([^\"]+)\"");

    private final Path directory;
    private JdbcConnectionPool pool;

    /** @param directory where its files are, or will be */
    public H2Database(Path directory) {
        this.directory = directory;
        this.pool = newPool();
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public List<String> way() {
        return List.of(H2, directory.toString());
    }

    /** Its file is for one process at a time. */
    @Override
    public void awaitAlone() {
        // who has died has let go of it
    }

    @Override
    public void restart() {
        pool.dispose();
        pool = newPool();
    }

    @Override
    public void wipe() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public DataSource absent() {
        JdbcDataSource absent = new JdbcDataSource();
        absent.setURL(url(directory.resolve("absent")) + ";IFEXISTS=TRUE");
        return absent;
    }

    @Override
    public void close() {
        pool.dispose();
    }

    private JdbcConnectionPool newPool() {
        JdbcConnectionPool made = JdbcConnectionPool.create(url(directory), "daemon", "daemon");
        made.setMaxConnections(16);
        return made;
    }

    private static String url(Path directory) {
        try {
            Matcher url = DEFAULT_URL.matcher(Files.readString(Path.of("liberty/server.xml")));
            assertThat(url.find()).isTrue();
            return url.group(1)
                    .replace(
                            "${daemon.data.directory}",
                            directory.toAbsolutePath().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
