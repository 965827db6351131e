package io.openintegration.daemon.persistence;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases of H2 in files, as the product uses them by default. */
final class H2Files {

    private H2Files() {}

    static DataSource in(Path directory) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:file:" + directory.resolve("daemon") + ";WRITE_DELAY=0");
        return dataSource;
    }

    static DaemonDatabase migrated(Path directory) {
        DaemonDatabase database = new DaemonDatabase(in(directory));
        database.migrate();
        return database;
    }
}
