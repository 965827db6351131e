package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.SettableClock;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restart of a connector interrupts what it is doing: the database must live through that. */
abstract class InterruptedWriterContract {

    private static final Requester REQUESTER = new Requester(new UserId("user"), Optional.empty());

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @Test
    void interruptedWriterDoesNotCloseTheDatabase(@TempDir Path directory) throws SQLException {
        try (TestDatabase database = newDatabase(directory);
                Connection pooled = database.dataSource().getConnection()) {
            assertThat(pooled.isValid(1)).isTrue();
            interruptWriters(database.dataSource());
        }
    }

    private static void interruptWriters(DataSource dataSource) {
        MetadataStore store = new EmbeddedMetadataStores(dataSource, TypeCatalogue.openMetadata(), new SettableClock())
                .open(new ServerName("store"));

        for (int number = 0; number < 20; number++) {
            Thread.currentThread().interrupt();
            create(store, "file-" + number);
            assertThat(Thread.interrupted())
                    .as("the interrupt is still there for the caller")
                    .isTrue();
        }

        TextSearch everything = new TextSearch(
                "file-", Optional.empty(), TextSearch.Match.STARTS_WITH, false, false, new Paging(0, 100));
        assertThat(store.find(REQUESTER, everything)).hasSize(20);
    }

    private static void create(MetadataStore store, String name) {
        store.apply(
                REQUESTER,
                ChangeSet.of(new Change.CreateElement(
                        new TypeName("DataFile"),
                        ElementProperties.builder().text("qualifiedName", name).build(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty())));
    }
}
