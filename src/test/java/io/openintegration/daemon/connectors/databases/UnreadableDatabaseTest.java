package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.ReconcilingBench;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnreadableDatabaseTest {

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
    private final ConnectorBench<DatabaseIntegratorContext> bench = new ReconcilingBench<>(context);

    @Test
    void databaseWhoseSchemasCannotBeListedIsLeftAsItIsAndTheOthersAreRead() throws IOException {
        try (PostgresFixture broken = new PostgresFixture();
                PostgresDatabase other = new PostgresDatabase();
                Impostor impostor = new Impostor(broken.proxy().port(), Wire.POSTGRESQL)) {
            String sound = other.settings().get("db_url").replaceAll(".*/([^?]+).*", "$1");
            broken.execute("CREATE SCHEMA sales", "CREATE TABLE sales.t (id int)");
            DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(broken.connectionAt(
                    "127.0.0.1:" + impostor.port() + "/?sslmode=disable",
                    Map.of("includeDatabases", broken.name() + ", " + sound)));
            monitor.initialize(context);
            assertThat(bench.refresh(monitor).created()).hasSizeGreaterThan(6);
            Set<String> before = bench.elements();
            assertThat(before).anyMatch(element -> element.startsWith("RelationalColumn "));
            // the answer has no end that is one: the server hangs up
            impostor.answer(List.of("database\0" + broken.name(), "has_schema_privilege"), (guest, rows) -> {
                throw new IOException("hung up");
            });

            ConnectorBench.Outcome outcome = bench.refresh(monitor);
            assertThat(outcome.isNothing()).as(outcome.toString()).isTrue();
            assertThat(bench.elements()).isEqualTo(before);

            context.auditLog().clear();
            RecordingSink sink = new RecordingSink();
            monitor.refresh(sink);
            String namespace = "postgres://127.0.0.1:" + impostor.port() + "/";
            assertThat(sink.scope(namespace + broken.name()).isComplete()).isFalse();
            assertThat(sink.scope(namespace + sound).isComplete()).isTrue();
            assertThat(context.auditLog().entries("DATABASE-INTEGRATION-CONNECTORS-0106"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.message().text())
                            .contains(broken.name())
                            .hasLineCount(1));
            monitor.disconnect();
        }
    }
}
