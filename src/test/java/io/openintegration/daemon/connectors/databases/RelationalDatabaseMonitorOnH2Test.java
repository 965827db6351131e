package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.ReconcilingBench;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.SettableClock;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By H2 also any other driver is tried: it is read by JDBC's metadata alone. */
class RelationalDatabaseMonitorOnH2Test {

    @TempDir
    Path base;

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
    private H2Server server;

    @BeforeEach
    void prepare() throws Exception {
        server = new H2Server();
        server.execute(
                "CREATE SCHEMA SALES",
                "CREATE TABLE SALES.CUSTOMER (REGION INT, ID INT, NAME VARCHAR(80) DEFAULT 'x' NOT NULL, PRIMARY KEY (REGION, ID))",
                "COMMENT ON TABLE SALES.CUSTOMER IS 'who ''buys'''",
                "CREATE TABLE SALES.ORDERS (ID BIGINT AUTO_INCREMENT PRIMARY KEY, R INT, C INT, CONSTRAINT WHO FOREIGN KEY"
                        + " (R, C) REFERENCES SALES.CUSTOMER (REGION, ID))",
                "CREATE VIEW SALES.NAMES AS SELECT NAME FROM SALES.CUSTOMER",
                "CREATE TABLE \"SALESX\" (ID INT)");
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private String key(String schema, String table) {
        return server.namespace() + "/" + server.database() + "/" + schema + "/#tables/" + table;
    }

    private static Map<String, String> more(ItemDescription item) {
        return ((PropertyValue.TextMap)
                        item.properties().get("additionalProperties").orElseThrow())
                .values();
    }

    private void shopIsTold(RecordingSink sink) {
        ItemDescription customer = sink.item(key("SALES", "CUSTOMER"));
        assertThat(customer.qualifiedName())
                .hasToString(server.namespace() + "::" + server.database() + ".SALES.CUSTOMER");
        assertThat(customer.properties().text("description")).contains("who 'buys'");
        assertThat(customer.parts())
                .extracting(part -> part.properties().text("displayName").orElseThrow())
                .containsExactly("REGION", "ID", "NAME");
        assertThat(customer.parts().get(2).properties().get("isNullable")).contains(new PropertyValue.Flag(false));
        assertThat(customer.parts().get(2).properties().get("length")).contains(new PropertyValue.IntNumber(80));
        assertThat(customer.parts().get(0).classifications()).containsKey(new TypeName("PrimaryKey"));
        assertThat(more(sink.item(key("SALES", "ORDERS"))))
                .containsEntry("foreignKey.WHO", "(R, C) -> " + server.database() + ".SALES.CUSTOMER (REGION, ID)")
                .containsKey("index.WHO_INDEX_8");
        assertThat(more(sink.item(key("SALES", "NAMES")))).containsEntry("tableType", "VIEW");
    }

    @Test
    void tablesAreToldOfEverySchema() {
        RecordingSink sink = DatabaseFixture.described(server.connection(Map.of()), context);

        shopIsTold(sink);
        assertThat(sink.items()).hasSize(4);
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void fewOfManyTablesAreAskedForOneByOneAndToldTheSame() throws Exception {
        for (int i = 0; i < 20; i++) {
            server.execute("CREATE TABLE SALES.T" + i + " (ID INT)");
        }
        Map<String, Object> few = Map.of("includeTables", "CUSTOMER, ORDERS, NAMES");

        RecordingSink sink = DatabaseFixture.described(server.connection(few), context);

        shopIsTold(sink);
        assertThat(sink.items()).hasSize(3);
        assertThat(sink.items())
                .allSatisfy((key, item) -> assertThat(DatabaseFixture.described(server.connection(Map.of()), context)
                                .items()
                                .get(key)
                                .stamp())
                        .isEqualTo(item.stamp()));
    }

    @Test
    void columnsOfAViewThatCannotBeOpenedAnyMoreStay() throws Exception {
        InMemoryMetadataStore store = new InMemoryMetadataStore(new SettableClock());
        ReconcilingBench<DatabaseIntegratorContext> bench =
                new ReconcilingBench<>(context, store, new InMemoryLedgers());
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(server.connection(Map.of()));
        monitor.initialize(context);
        bench.refresh(monitor);
        server.execute("CREATE OR REPLACE FORCE VIEW SALES.NAMES AS SELECT NAME FROM SALES.GONE");
        assertThat(DatabaseFixture.described(server.connection(Map.of()), context)
                        .item(key("SALES", "NAMES"))
                        .parts())
                .isEmpty();

        bench.refresh(monitor);
        bench.refresh(monitor, RefreshMode.REQUESTED);

        assertThat(store.elements())
                .filteredOn(element -> !element.isArchived())
                .extracting(element -> element.qualifiedName().orElseThrow().value())
                .contains("RelationalColumn::" + server.namespace() + "::" + server.database() + ".SALES.NAMES::NAME");
        monitor.disconnect();
    }

    @Test
    void anyDriverThatSomebodyPutThereIsTriedByHostAndDatabaseAlone() {
        List<String> urls = new ArrayList<>();
        Driver driver = (Driver) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Driver.class}, (proxy, method, arguments) -> {
                    urls.add(arguments[0].toString());
                    return new org.h2.Driver().connect(server.url(), (Properties) arguments[1]);
                });
        context.driving(url -> Optional.of(driver));

        RecordingSink sink = DatabaseFixture.described(
                DatabaseFixture.connection(
                        "jdbc:other://localhost:4711/shop", H2Server.USER, H2Server.PASSWORD, Map.of()),
                context);

        assertThat(urls).containsOnly("jdbc:other://localhost:4711/shop");
        assertThat(sink.items().values())
                .extracting(
                        item -> item.description().orElseThrow().qualifiedName().value())
                .contains("other://localhost:4711::" + server.database() + ".SALES.CUSTOMER");
    }

    @Test
    void databaseInAFileThatIsNotThereIsNotMade() {
        Path file = base.resolve("shop");
        ConnectorException missing = catchThrowableOfType(
                ConnectorException.class,
                () -> DatabaseFixture.described(
                        DatabaseFixture.connection("jdbc:h2:file:" + file, "SA", "", Map.of()), context));

        assertThat(missing.reason().id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-404-001");
        assertThat(base).isEmptyDirectory();
    }
}
