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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restart of a connector interrupts what it is doing: the default database must live through that. */
class InterruptedWriterTest {

    private static final Requester REQUESTER = new Requester(new UserId("user"), Optional.empty());

    @TempDir
    private Path directory;

    @Test
    void interruptedWriterDoesNotCloseTheDefaultDatabase() throws IOException, SQLException {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(defaultUrl());
        try (Connection pooled = dataSource.getConnection()) {
            assertThat(pooled.isValid(1)).isTrue();
            interruptWriters(dataSource);
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

    /** The URL that operators get where they set none. */
    private String defaultUrl() throws IOException {
        Matcher url = Pattern.compile("name=\"db_url\" defaultValue=\"([^\"]+)\"")
                .matcher(Files.readString(Path.of("liberty/server.xml")));
        assertThat(url.find()).isTrue();
        return url.group(1).replace("${daemon.data.directory}", directory.toString());
    }
}
