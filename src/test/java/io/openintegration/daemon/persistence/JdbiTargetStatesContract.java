package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.TargetStates;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.TargetStatesContract;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What target states in a database promise, whichever database it is. */
abstract class JdbiTargetStatesContract extends TargetStatesContract {

    private static final ConnectorName MONITOR = new ConnectorName("FilesMonitor");

    private TestDatabase own;
    private DaemonDatabase database;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void migrate(@TempDir Path directory) {
        own = newDatabase(directory);
        database = new DaemonDatabase(own.dataSource());
        database.migrate();
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Override
    protected TargetStates states() {
        return new JdbiTargetStates(database);
    }

    @Test
    void whatIsWantedSurvivesReopeningTheDatabase() {
        states().keep(DAEMON, MONITOR, TargetState.STOPPED);

        own.restart();

        assertThat(new JdbiTargetStates(new DaemonDatabase(own.dataSource())).of(DAEMON))
                .isEqualTo(Map.of(MONITOR, TargetState.STOPPED));
    }

    @Test
    void databaseThatIsAwayIsSaidToBe() {
        TargetStates away = new JdbiTargetStates(new DaemonDatabase(own.absent()));

        assertThatThrownBy(() -> away.keep(DAEMON, MONITOR, TargetState.STOPPED))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("DAEMON-DATABASE-500-001")
                .hasMessageContaining("keepTargetState");
    }
}
