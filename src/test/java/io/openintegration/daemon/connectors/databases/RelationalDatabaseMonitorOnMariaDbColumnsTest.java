package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.ReconcilingBench;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.SettableClock;
import io.openintegration.daemon.testing.TestMariaDb;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What MariaDB does not show of a table, be it for want of a right or because it cannot be opened, is not taken for gone. */
@EnabledIf("io.openintegration.daemon.testing.TestMariaDb#isWanted")
class RelationalDatabaseMonitorOnMariaDbColumnsTest {

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
    private final InMemoryMetadataStore store = new InMemoryMetadataStore(new SettableClock());
    private final ReconcilingBench<DatabaseIntegratorContext> bench =
            new ReconcilingBench<>(context, store, new InMemoryLedgers());
    private MariaDbFixture fixture;
    private DatabaseIntegratorConnector monitor;

    @BeforeEach
    void catalogue() {
        fixture = new MariaDbFixture();
        fixture.execute(
                "CREATE TABLE customer (id INT PRIMARY KEY, mail VARCHAR(80), phone VARCHAR(20))",
                "CREATE TABLE orders (id INT PRIMARY KEY, customer INT, note VARCHAR(80) COMMENT 'free text', CONSTRAINT who"
                        + " FOREIGN KEY (customer) REFERENCES customer (id))",
                "CREATE TABLE stock (id INT, place INT)",
                "CREATE VIEW shelves AS SELECT id, place FROM stock");
        monitor = DatabaseFixture.monitor(fixture.connection(Map.of()));
        monitor.initialize(context);
        bench.refresh(monitor);
        assertThat(columnsOf("orders")).containsExactlyInAnyOrder("id", "customer", "note");
    }

    @AfterEach
    void close() throws IOException {
        monitor.disconnect();
        fixture.close();
    }

    @Test
    void columnsStayWhereTheRightToAllButOneIsTakenAway() {
        Element before = column("orders", "note");
        mayOnly("SELECT (id) ON " + fixture.name() + ".orders");

        assertThat(bench.refresh(monitor).removed()).isEmpty();
        assertThat(bench.refresh(monitor, RefreshMode.REQUESTED).removed()).isEmpty();

        assertThat(columnsOf("orders")).containsExactlyInAnyOrder("id", "customer", "note");
        assertThat(column("orders", "note")).isEqualTo(before);
        assertThat(table("orders").properties().get("additionalProperties").toString())
                .contains("foreignKey.who");
        assertThat(foreignKeys()).hasSize(1);
    }

    @Test
    void columnsStayWhereARightThatShowsNoneIsLeft() {
        mayOnly("DELETE ON " + fixture.name() + ".orders");

        assertThat(bench.refresh(monitor).removed()).isEmpty();

        assertThat(columnsOf("orders")).containsExactlyInAnyOrder("id", "customer", "note");
    }

    @Test
    void missingRightsAreToldOnceForAllTables() {
        mayOnly("SELECT (id) ON " + fixture.name() + ".orders", "DELETE ON " + fixture.name() + ".stock");

        RecordingSink sink = DatabaseFixture.described(fixture.connection(Map.of()), context);

        assertThat(sink.items().values()).hasSize(2).allSatisfy(item -> assertThat(item.description()
                        .orElseThrow()
                        .certainty()
                        .orElseThrow()
                        .problem())
                .isEmpty());
        assertThat(sink.unreadable().values()).singleElement().satisfies(reason -> assertThat(reason.id())
                .isEqualTo("DATABASE-INTEGRATION-CONNECTORS-0104"));
    }

    @Test
    void columnThatIsDroppedGoesWhereTheAccountMaySeeAllOfItsTable() {
        mayOnly("SELECT ON " + fixture.name() + ".orders");
        fixture.execute("ALTER TABLE orders DROP COLUMN note");

        bench.refresh(monitor);

        assertThat(columnsOf("orders")).containsExactlyInAnyOrder("id", "customer");
        assertThat(foreignKeys()).hasSize(1);
    }

    @Test
    void columnThatWentMeanwhileGoesOnceTheRightIsBack() {
        mayOnly("SELECT (id, customer) ON " + fixture.name() + ".orders");
        fixture.execute("ALTER TABLE orders DROP COLUMN note");
        bench.refresh(monitor);
        assertThat(columnsOf("orders")).contains("note");
        mayOnly("SELECT ON " + fixture.name() + ".orders");

        bench.refresh(monitor);

        assertThat(columnsOf("orders")).containsExactlyInAnyOrder("id", "customer");
    }

    @Test
    void columnsOfAViewStayWhereItsTableWasDropped() {
        fixture.execute("DROP TABLE stock");

        bench.refresh(monitor);
        bench.refresh(monitor, RefreshMode.REQUESTED);

        assertThat(bench.catalogued()).doesNotContain(name("stock"));
        assertThat(columnsOf("shelves")).containsExactlyInAnyOrder("id", "place");
    }

    @Test
    void viewThatCannotBeOpenedIsToldAndIsDescribedAgainOnceItCan() {
        fixture.execute("DROP TABLE stock");
        bench.refresh(monitor);
        RecordingSink sink = DatabaseFixture.described(fixture.connection(Map.of()), context);
        assertThat(sink.item(fixture.namespace() + "/" + fixture.name() + "/#tables/shelves")
                        .certainty()
                        .orElseThrow()
                        .problem())
                .hasValueSatisfying(problem -> {
                    assertThat(problem.id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-0109");
                    assertThat(problem.text()).contains(fixture.name() + ".shelves");
                });
        fixture.execute("CREATE OR REPLACE VIEW shelves AS SELECT mail AS place FROM customer");

        bench.refresh(monitor);

        assertThat(columnsOf("shelves")).containsExactly("place");
    }

    private void mayOnly(String... rights) {
        TestMariaDb.administer("REVOKE ALL PRIVILEGES, GRANT OPTION FROM " + fixture.user() + "@'%'");
        for (String right : rights) {
            TestMariaDb.administer("GRANT " + right + " TO " + fixture.user() + "@'%'");
        }
    }

    private String name(String table) {
        return fixture.namespace() + "::" + fixture.name() + "." + table;
    }

    private Element table(String table) {
        return element(name(table));
    }

    private Element column(String table, String column) {
        return element("RelationalColumn::" + name(table) + "::" + column);
    }

    private Element element(String name) {
        return store.elements().stream()
                .filter(element -> element.qualifiedName().orElseThrow().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> columnsOf(String table) {
        return store.elements().stream()
                .filter(element ->
                        element.anchor().equals(Optional.of(table(table).guid())))
                .filter(element -> !element.isArchived())
                .map(element -> element.properties().text("displayName").orElseThrow())
                .toList();
    }

    private List<Relationship> foreignKeys() {
        return store.relationships().stream()
                .filter(relationship -> relationship.type().equals(new TypeName("ForeignKey")))
                .toList();
    }
}
