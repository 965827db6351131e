package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.TestMariaDb;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** However long it takes to tell what was read, no database loses patience: it is asked for nothing in the meantime. */
class SlowReceiverTest {

    private static RecordingSink described(ReachableDatabase database, Runnable slowness) {
        FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
        AtomicBoolean first = new AtomicBoolean(true);
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().contains("#tables/") && first.getAndSet(false)) {
                slowness.run();
            }
        });
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(database.connection(Map.of()));
        monitor.initialize(context);
        monitor.refresh(sink);
        monitor.disconnect();
        assertThat(first).isFalse();
        return sink;
    }

    @Test
    void transactionDoesNotWaitWhileAPortionIsTold() throws IOException {
        try (PostgresFixture fixture = new PostgresFixture()) {
            fixture.execute(
                    "DO $$ BEGIN FOR i IN 1..30 LOOP EXECUTE 'CREATE TABLE public.wide_' || i || ' (' ||"
                            + " (SELECT string_agg('c' || n || ' int', ', ') FROM generate_series(1, 1000) n) || ')';"
                            + " END LOOP; END $$",
                    "ALTER DATABASE " + fixture.name() + " SET idle_in_transaction_session_timeout = '50ms'");

            RecordingSink sink = described(fixture, () -> fixture.execute("SELECT pg_sleep(1)"));

            assertThat(sink.items()).hasSize(30);
            assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
        }
    }

    @Test
    @EnabledIf("io.openintegration.daemon.testing.TestMariaDb#isWanted")
    void serverHasNoRowsLeftToSendWhileAPortionIsTold() throws IOException {
        String columns = IntStream.range(0, 50)
                .mapToObj(i -> "c" + i + " INT COMMENT '" + "x".repeat(1_000) + "'")
                .collect(Collectors.joining(", "));
        try (MariaDbFixture fixture = new MariaDbFixture()) {
            for (int table = 0; table < 500; table++) {
                fixture.execute("CREATE TABLE t" + table + " (" + columns + ") ENGINE=MyISAM");
            }
            TestMariaDb.administer("SET GLOBAL net_write_timeout = 1");

            RecordingSink sink = described(fixture, () -> fixture.execute("DO SLEEP(4)"));

            assertThat(sink.items()).hasSize(500);
            assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
        } finally {
            TestMariaDb.administer("SET GLOBAL net_write_timeout = 60");
        }
    }

    @Test
    void catalogueMayBeLargerThanWhatIsTakenInAtOnce() throws IOException {
        try (PostgresFixture fixture = new PostgresFixture()) {
            for (int table = 1; table <= 60; table++) {
                fixture.execute("DO $$ BEGIN EXECUTE 'CREATE TABLE public.wide_" + table + " (' ||"
                        + " (SELECT string_agg('c' || n || ' int', ', ') FROM generate_series(1, 1000) n) || ')';"
                        + " FOR i IN 1..1000 LOOP EXECUTE 'COMMENT ON COLUMN public.wide_" + table + ".c' || i ||"
                        + " ' IS ''' || repeat('x', 1300) || ''''; END LOOP; END $$");
            }

            RecordingSink sink = described(fixture, () -> {});

            assertThat(sink.items()).hasSize(60);
            assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
        }
    }

    @Test
    void commentsOfMegabytesAreCutBeforeTheyAreSent() throws IOException {
        try (PostgresFixture fixture = new PostgresFixture()) {
            fixture.execute("DO $$ BEGIN FOR i IN 1..60 LOOP EXECUTE 'CREATE TABLE public.t_' || i || ' (id int)';"
                    + " EXECUTE 'COMMENT ON TABLE public.t_' || i || ' IS ''' || repeat('x', 2000000) || '''';"
                    + " END LOOP; END $$");

            RecordingSink sink = described(fixture, () -> {});

            assertThat(sink.items()).hasSize(60);
            assertThat(fixture.proxy().answered()).isLessThan(5_000_000);
            assertThat(sink.items().values()).allSatisfy(item -> assertThat(item.description()
                            .orElseThrow()
                            .properties()
                            .text("description")
                            .orElseThrow())
                    .hasSize(20_001)
                    .endsWith("…"));
        }
    }
}
