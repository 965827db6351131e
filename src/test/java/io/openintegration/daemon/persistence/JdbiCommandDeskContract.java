package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.runtime.CommandDesk;
import io.openintegration.daemon.runtime.Node;
import io.openintegration.daemon.testing.CommandDeskContract;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk for commands in a database promises, whichever database it is. */
abstract class JdbiCommandDeskContract extends CommandDeskContract {

    private TestDatabase own;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void migrate(@TempDir Path directory) {
        own = newDatabase(directory);
        new DaemonDatabase(own.dataSource()).migrate();
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Override
    protected CommandDesk desk() {
        DaemonDatabase database = new DaemonDatabase(own.dataSource());
        return new JdbiCommandDesk(database, database);
    }

    @Test
    void databaseThatIsAwayIsSaidToBe() {
        DaemonDatabase absent = new DaemonDatabase(own.absent());
        CommandDesk away = new JdbiCommandDesk(absent, absent);

        assertThatThrownBy(() -> away.take(DAEMON, new Node("one", "host")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("DAEMON-DATABASE-500-001")
                .hasMessageContaining("takeCommands");
    }
}
