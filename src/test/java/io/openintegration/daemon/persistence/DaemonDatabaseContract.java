package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the daemon's own database promises, whichever database it is. */
abstract class DaemonDatabaseContract {

    private TestDatabase own;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void open(@TempDir Path directory) {
        own = newDatabase(directory);
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void migratingTwiceIsHarmless() {
        DaemonDatabase database = new DaemonDatabase(own.dataSource());
        database.migrate();
        database.migrate();

        assertThat(database.answers()).isTrue();
    }

    @Test
    void serversThatStartAtOnceMigrateOnce() {
        CompletableFuture<?>[] servers = IntStream.range(0, 4)
                .mapToObj(server -> CompletableFuture.runAsync(new DaemonDatabase(own.dataSource())::migrate))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(servers).join();

        assertThat(new JdbiAuditTrail(new DaemonDatabase(own.dataSource())).servers())
                .isEmpty();
    }

    @Test
    void databaseThatIsAwayDoesNotAnswer() {
        assertThat(new DaemonDatabase(own.absent()).answers()).isFalse();
    }

    @Test
    void migrationOfADatabaseThatIsAwayHasItsOwnMessage() {
        DaemonDatabase database = new DaemonDatabase(own.absent());

        assertThatThrownBy(database::migrate)
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("DAEMON-DATABASE-500-002")
                .hasNoCause();
    }
}
