package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonDatabaseTest {

    @TempDir
    Path directory;

    @Test
    void migratingTwiceIsHarmless() {
        DaemonDatabase database = H2Files.migrated(directory);
        database.migrate();

        assertThat(database.answers()).isTrue();
    }

    @Test
    void databaseThatIsAwayDoesNotAnswer() {
        assertThat(away().answers()).isFalse();
    }

    @Test
    void migrationOfADatabaseThatIsAwayHasItsOwnMessage() {
        DaemonDatabase database = away();

        assertThatThrownBy(database::migrate)
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("DAEMON-DATABASE-500-002")
                .hasNoCause();
    }

    /** IFEXISTS keeps H2 from making the database that is missing. */
    private DaemonDatabase away() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:file:" + directory.resolve("missing") + ";IFEXISTS=TRUE");
        return new DaemonDatabase(dataSource);
    }
}
