package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ContentCounts;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way from one database to another and back. */
class ContentMoveTest {

    private static final ServerName HERE = new ServerName("cocoMDS1");
    private static final ServerName BACK = new ServerName("cocoMDS1 again");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void storeMovesFromH2ToPostgresqlAndBackWithAllThatItHolds(long seed, @TempDir Path directory) throws IOException {
        try (TestDatabase h2 = new H2Database(directory);
                TestDatabase postgresql = new PostgresDatabase()) {
            int carriedOut = new RandomContent(seed, open(h2, HERE)).fill(800);
            Map<String, List<Map<String, Object>>> before = StoredRows.of(h2.dataSource(), HERE);
            assertThat(carriedOut).isGreaterThan(300);
            assertThat(before.get("element"))
                    .hasSizeGreaterThan(120)
                    .anyMatch(row -> !row.get("archived_with").equals("(null)"))
                    .anyMatch(row -> !row.get("anchor_guid").equals("(null)"))
                    .anyMatch(row -> !row.get("source_guid").equals("(null)"));
            assertThat(before.get("relationship")).hasSizeGreaterThan(10);
            assertThat(before.get("batch_receipt")).hasSizeGreaterThan(50);

            ContentCounts there = move(open(h2, HERE), open(postgresql, HERE));
            assertThat(StoredRows.of(postgresql.dataSource(), HERE)).isEqualTo(before);
            ContentCounts back = move(open(postgresql, HERE), open(h2, BACK));
            assertThat(StoredRows.of(h2.dataSource(), BACK)).isEqualTo(before);
            assertThat(List.of(there, back))
                    .containsOnly(new ContentCounts(
                            before.get("element").size(),
                            before.get("relationship").size(),
                            before.get("batch_receipt").size()));
        }
    }

    private static ContentCounts move(EmbeddedMetadataStore from, EmbeddedMetadataStore to) throws IOException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        ContentCounts taken = from.content().exportTo(export);
        assertThat(to.content().importFrom(new ByteArrayInputStream(export.toByteArray())))
                .isEqualTo(taken);
        return taken;
    }

    private static EmbeddedMetadataStore open(TestDatabase database, ServerName server) {
        return new EmbeddedMetadataStores(database.dataSource(), TypeCatalogue.openMetadata(), Clock.systemUTC())
                .open(server);
    }
}
