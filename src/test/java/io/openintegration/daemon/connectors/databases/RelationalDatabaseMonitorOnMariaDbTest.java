package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.TestMariaDb;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.openintegration.daemon.testing.TestMariaDb#isWanted")
class RelationalDatabaseMonitorOnMariaDbTest {

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
    private MariaDbFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new MariaDbFixture();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private RecordingSink described(Map<String, Object> properties) {
        return DatabaseFixture.described(fixture.connection(properties), context);
    }

    private String key(String table) {
        return fixture.namespace() + "/" + fixture.name() + "/#tables/" + table;
    }

    private static Map<String, String> more(ItemDescription item) {
        return ((PropertyValue.TextMap)
                        item.properties().get("additionalProperties").orElseThrow())
                .values();
    }

    private void makeShop() {
        fixture.execute(
                "CREATE TABLE customer (id BIGINT AUTO_INCREMENT PRIMARY KEY, mail VARCHAR(80) NOT NULL DEFAULT 'none'"
                        + " COMMENT 'it''s \"his\"', limit_ DECIMAL(9,2), active TINYINT(1), twice INT AS (id * 2), UNIQUE KEY"
                        + " one_mail (mail)) COMMENT 'who ''buys'''",
                "CREATE TABLE orders (id BIGINT PRIMARY KEY, customer BIGINT, CONSTRAINT who FOREIGN KEY (customer)"
                        + " REFERENCES customer (id))",
                "CREATE VIEW mails AS SELECT mail FROM customer");
    }

    private void shopIsTold(RecordingSink sink) {
        ItemDescription customer = sink.item(key("customer"));
        assertThat(customer.qualifiedName()).hasToString(fixture.namespace() + "::" + fixture.name() + ".customer");
        assertThat(customer.properties().text("description")).contains("who 'buys'");
        assertThat(customer.parts())
                .extracting(part -> part.properties().text("displayName").orElseThrow())
                .containsExactly("id", "mail", "limit_", "active", "twice");
        assertThat(customer.parts().get(1).properties().text("description")).contains("it's \"his\"");
        assertThat(customer.parts().get(1).properties().get("length")).contains(new PropertyValue.IntNumber(80));
        assertThat(customer.parts().get(2).properties().get("precision")).contains(new PropertyValue.IntNumber(9));
        assertThat(customer.parts())
                .extracting(part -> part.classifications()
                        .get(new TypeName("TypeEmbeddedAttribute"))
                        .text("dataType")
                        .orElseThrow())
                .containsExactly("long", "string", "bigdecimal", "boolean", "int");
        assertThat(customer.parts().get(0).classifications()).containsKey(new TypeName("PrimaryKey"));
        assertThat(more(customer))
                .containsEntry("primaryKey.PRIMARY", "(id)")
                .containsEntry("uniqueKey.one_mail", "(mail)")
                .containsEntry("index.one_mail", "unique BTREE (mail)");
        assertThat(more(sink.item(key("orders"))))
                .containsEntry("foreignKey.who", "(customer) -> " + fixture.name() + ".customer (id)");
        assertThat(more(sink.item(key("mails")))).containsEntry("tableType", "VIEW");
        assertThat(sink.item(key("mails"))
                        .classifications()
                        .get(new TypeName("CalculatedValue"))
                        .text("formula"))
                .isPresent();
    }

    @Test
    void fewTablesAreToldOneByOne() {
        makeShop();

        RecordingSink sink = described(Map.of());

        shopIsTold(sink);
        assertThat(sink.items()).hasSize(3);
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void tablesWhoseNamesDifferByCaseAloneKeepTheirColumns() {
        fixture.execute("CREATE TABLE Orders (a INT, b INT, c INT)", "CREATE TABLE orders (x INT, y INT)");
        for (int i = 0; i < 20; i++) {
            fixture.execute("CREATE TABLE t" + i + " (id INT)");
        }

        RecordingSink sink = described(Map.of());

        assertThat(sink.item(key("Orders")).parts()).hasSize(3);
        assertThat(sink.item(key("orders")).parts()).hasSize(2);
    }

    @Test
    void partsOfATableAreToldWithIt() {
        fixture.execute(
                "CREATE TABLE parts (id INT, day DATE) PARTITION BY RANGE (id) (PARTITION low VALUES LESS THAN (10),"
                        + " PARTITION high VALUES LESS THAN MAXVALUE)");

        assertThat(more(described(Map.of()).item(key("parts"))))
                .containsEntry("tableType", "PARTITIONED TABLE")
                .containsEntry("partitioning", "by RANGE (`id`) into low, high");
    }

    @Test
    void missingRightToTheQueriesOfViewsIsAWarningOfTheConnectionTest() {
        TestMariaDb.administer(
                "REVOKE SHOW VIEW ON `" + fixture.name().replace("_", "\\_") + "`.* FROM " + fixture.user() + "@'%'");
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(fixture.connection(Map.of()));
        monitor.initialize(context);
        List<ConnectionTestStep> steps = new ArrayList<>();

        monitor.connectionTest().orElseThrow().run(steps::add);

        assertThat(steps)
                .filteredOn(step -> step.subject().equals("queries of views"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.outcome()).isEqualTo(ConnectionTestStep.Outcome.WARNING);
                    assertThat(step.message().orElseThrow().id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-0108");
                });
    }

    @Test
    void manyTablesAreToldTogetherAndTheSame() {
        makeShop();
        RecordingSink few = described(Map.of());
        for (int i = 0; i < 20; i++) {
            fixture.execute("CREATE TABLE t" + i + " (id INT)");
        }

        RecordingSink many = described(Map.of());

        shopIsTold(many);
        assertThat(many.items()).hasSize(23);
        for (String table : new String[] {"customer", "orders", "mails"}) {
            assertThat(many.items().get(new ItemKey(key(table))).stamp())
                    .isEqualTo(few.items().get(new ItemKey(key(table))).stamp());
        }
    }

    @Test
    void accountThatMaySeeSomeTablesAloneTakesNothingOutOfTheCatalogue() {
        makeShop();
        TestMariaDb.administer(
                "REVOKE ALL PRIVILEGES, GRANT OPTION FROM " + fixture.user() + "@'%'",
                "GRANT SELECT ON " + fixture.name() + ".orders TO " + fixture.user() + "@'%'");

        RecordingSink sink = described(Map.of());

        assertThat(sink.items()).containsOnlyKeys(new ItemKey(key("orders")));
        RecordingSink.Scope tables = sink.scope(fixture.namespace() + "/" + fixture.name() + "/#tables");
        assertThat(tables.isComplete()).isFalse();
        assertThat(tables.unreadable().values()).singleElement().satisfies(reason -> assertThat(reason.id())
                .isEqualTo("DATABASE-INTEGRATION-CONNECTORS-0104"));
    }

    @Test
    void accountThatMayNotSeeAllDatabasesCannotCatalogueTheServer() {
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class, () -> DatabaseFixture.described(fixture.connection("", Map.of()), context));

        assertThat(failure.reason().id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-403-001");
        assertThat(failure.getMessage()).contains("SHOW DATABASES");
        assertThat(failure.origin()).isEqualTo(FailureOrigin.CONFIGURATION);
    }

    @Test
    void allDatabasesOfAServerAreScopesOfIt() {
        makeShop();
        TestMariaDb.administer("GRANT SHOW DATABASES ON *.* TO " + fixture.user() + "@'%'");

        RecordingSink sink =
                DatabaseFixture.described(fixture.connection("", Map.of("includeDatabases", fixture.name())), context);

        shopIsTold(sink);
        assertThat(sink.scope(fixture.namespace() + "/" + fixture.name()).parent())
                .isEqualTo(Optional.of(new ItemKey(fixture.namespace())));
    }

    @Test
    void wrongPasswordIsTheConfigurationsFaultAndIsNotTold() {
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class,
                () -> DatabaseFixture.described(
                        DatabaseFixture.connection(
                                "jdbc:mysql://127.0.0.1:" + fixture.proxy().port() + "/" + fixture.name(),
                                fixture.user(),
                                "wrong-secret",
                                Map.of()),
                        context));

        assertThat(failure.reason().id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-401-001");
        assertThat(failure.getMessage()).hasLineCount(1).doesNotContain("wrong-secret", fixture.user());
    }

    @Test
    void missingDatabaseIsTold() {
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class,
                () -> DatabaseFixture.described(fixture.connection("no_such_database", Map.of()), context));

        assertThat(failure.reason().id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-404-001");
    }
}
