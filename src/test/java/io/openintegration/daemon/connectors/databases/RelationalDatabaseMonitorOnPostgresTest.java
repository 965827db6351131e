package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relation;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.JdbcDrivers;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.PostgresDatabase;
import io.openintegration.daemon.testing.ReconcilingBench;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelationalDatabaseMonitorOnPostgresTest {

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
    private PostgresFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new PostgresFixture();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private RecordingSink described(Map<String, Object> properties) {
        return DatabaseFixture.described(fixture.connection(properties), context);
    }

    private String key(String... names) {
        return fixture.namespace() + "/" + String.join("/", names);
    }

    private String tableKey(String schema, String table) {
        return key(fixture.name(), schema, "#tables", table);
    }

    private String name(String dotted) {
        return fixture.namespace() + "::" + fixture.name() + dotted;
    }

    private ItemDescription table(String schema, String table) {
        return described(Map.of()).item(tableKey(schema, table));
    }

    private static Map<String, String> more(ElementProperties properties) {
        return ((PropertyValue.TextMap) properties.get("additionalProperties").orElseThrow()).values();
    }

    private static ElementProperties classification(PartDescription part, String type) {
        return part.classifications().get(new TypeName(type));
    }

    private static PartDescription column(ItemDescription table, String name) {
        return table.parts().stream()
                .filter(part -> part.properties().text("displayName").equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void placesAreScopesInEachOtherAndNamedAsOpenLineageNamesThem() {
        fixture.execute(
                "CREATE SCHEMA sales",
                "CREATE TABLE sales.orders (id bigint)",
                "COMMENT ON SCHEMA sales IS 'all of it'");

        RecordingSink sink = described(Map.of());

        RecordingSink.Scope server = sink.scope(fixture.namespace());
        assertThat(server.item().type()).isEqualTo(new TypeName("DatabaseManager"));
        assertThat(server.item().properties().text("deployedImplementationType"))
                .contains("PostgreSQL");
        assertThat(server.item().properties().text("patchLevel")).get(STRING).startsWith("15");
        RecordingSink.Scope database = sink.scope(key(fixture.name()));
        assertThat(database.item().type()).isEqualTo(new TypeName("RelationalDatabase"));
        assertThat(database.item().qualifiedName()).hasToString(name(""));
        assertThat(database.item().properties().text("importedFrom"))
                .contains("jdbc:postgresql://127.0.0.1:" + fixture.proxy().port() + "/" + fixture.name());
        RecordingSink.Scope schema = sink.scope(key(fixture.name(), "sales"));
        assertThat(schema.item().type()).isEqualTo(new TypeName("DeployedDatabaseSchema"));
        assertThat(schema.item().qualifiedName()).hasToString(name(".sales"));
        assertThat(schema.item().properties().text("description")).contains("all of it");
        assertThat(schema.item().link().containerAtEnd1()).isFalse();
        assertThat(sink.item(tableKey("sales", "orders")).qualifiedName()).hasToString(name(".sales.orders"));
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
        assertThat(sink.scopes().keySet()).extracting(ItemKey::value).noneMatch(key -> key.contains("pg_"));
    }

    @Test
    void columnsAreToldWithAllThatTheCatalogueSaysOfThem() {
        fixture.execute(
                "CREATE TABLE public.t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code varchar(12) NOT NULL"
                        + " DEFAULT 'x', price numeric(10,2), seen timestamptz, tags text[], twice numeric GENERATED ALWAYS"
                        + " AS (price * 2) STORED)",
                "COMMENT ON COLUMN public.t.code IS 'it''s \"quoted\" -- and $$more$$\n;'",
                "ALTER TABLE public.t DROP COLUMN seen");

        ItemDescription table = table("public", "t");

        assertThat(table.parts())
                .extracting(part -> part.properties().text("displayName").orElseThrow())
                .containsExactly("id", "code", "price", "tags", "twice");
        PartDescription code = column(table, "code");
        assertThat(code.qualifiedName()).hasToString("RelationalColumn::" + name(".public.t") + "::code");
        assertThat(code.properties())
                .isEqualTo(ElementProperties.builder()
                        .text("displayName", "code")
                        .text("description", "it's \"quoted\" -- and $$more$$\n;")
                        .text("nativeClass", "character varying(12)")
                        .number("length", 12)
                        .flag("isNullable", false)
                        .build());
        assertThat(classification(code, "TypeEmbeddedAttribute"))
                .isEqualTo(ElementProperties.builder()
                        .text("schemaTypeName", "PrimitiveSchemaType")
                        .text("dataType", "string")
                        .text("defaultValue", "'x'::character varying")
                        .build());
        assertThat(code.link().properties())
                .isEqualTo(ElementProperties.builder().number("position", 1).build());
        assertThat(column(table, "price").properties().get("precision")).contains(new PropertyValue.IntNumber(10));
        assertThat(classification(column(table, "price"), "TypeEmbeddedAttribute")
                        .text("dataType"))
                .contains("bigdecimal");
        assertThat(classification(column(table, "id"), "PrimaryKey").text("displayName"))
                .contains("t_pkey");
        assertThat(more(column(table, "id").properties())).containsEntry("generated", "identity, always");
        assertThat(more(column(table, "twice").properties()))
                .hasEntrySatisfying("generated", how -> assertThat(how).startsWith("stored: "));
        assertThat(classification(column(table, "tags"), "TypeEmbeddedAttribute")
                        .text("dataType"))
                .contains("object");
    }

    @Test
    void keysAndIndexesAreToldWithTheTable() {
        fixture.execute(
                "CREATE SCHEMA crm",
                "CREATE TABLE crm.customer (region int, id int, mail text UNIQUE, PRIMARY KEY (region, id))",
                "CREATE TABLE public.orders (id int PRIMARY KEY, c int, r int, state text,"
                        + " CONSTRAINT who FOREIGN KEY (r, c) REFERENCES crm.customer (region, id))",
                "CREATE INDEX open_orders ON public.orders (lower(state), id) WHERE state <> 'done'");

        assertThat(more(table("public", "orders").properties()))
                .containsEntry("tableType", "TABLE")
                .containsEntry("primaryKey.orders_pkey", "(id)")
                .containsEntry("foreignKey.who", "(r, c) -> " + fixture.name() + ".crm.customer (region, id)")
                .containsEntry("index.open_orders", "btree (lower(state), id) where (state <> 'done'::text)")
                .containsEntry("index.orders_pkey", "unique btree (id)");
        assertThat(more(table("crm", "customer").properties()))
                .containsEntry("primaryKey.customer_pkey", "(region, id)")
                .containsEntry("uniqueKey.customer_mail_key", "(mail)");
    }

    @Test
    void keyToAPartedTableIsOneKeyHoweverManyPartsThereAre() {
        fixture.execute(
                "CREATE TABLE public.parts (id int PRIMARY KEY) PARTITION BY RANGE (id)",
                "CREATE TABLE public.parts_1 PARTITION OF public.parts FOR VALUES FROM (0) TO (10)",
                "CREATE TABLE public.parts_2 PARTITION OF public.parts FOR VALUES FROM (10) TO (20)",
                "CREATE TABLE public.uses (part int CONSTRAINT used REFERENCES public.parts)");

        assertThat(more(table("public", "uses").properties()).keySet())
                .containsExactlyInAnyOrder("tableType", "foreignKey.used");
    }

    @Test
    void keysThatHaveTwoColumnsInCommonAreOneRelationship() {
        fixture.execute(
                "CREATE TABLE public.one (a int UNIQUE, b int, UNIQUE (a, b))",
                "CREATE TABLE public.other (a int CONSTRAINT first REFERENCES public.one (a), b int,"
                        + " CONSTRAINT second FOREIGN KEY (a, b) REFERENCES public.one (a, b))");

        List<Relation> wanted = described(Map.of()).relations().stream()
                .flatMap(relations -> relations.wanted().stream())
                .toList();

        assertThat(wanted)
                .extracting(
                        relation -> relation.end2().element().value(),
                        relation -> relation.properties().text("displayName").orElseThrow())
                .containsExactly(
                        tuple("RelationalColumn::" + name(".public.other") + "::a", "first, second"),
                        tuple("RelationalColumn::" + name(".public.other") + "::b", "second"));
    }

    @Test
    void viewsAndPartitionsAreTables() {
        fixture.execute(
                "CREATE TABLE public.base (id int, day date)",
                "CREATE VIEW public.v AS SELECT id FROM public.base",
                "CREATE MATERIALIZED VIEW public.m AS SELECT day FROM public.base",
                "CREATE TABLE public.parts (id int, day date) PARTITION BY RANGE (day)",
                "CREATE TABLE public.parts_2026 PARTITION OF public.parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");

        RecordingSink sink = described(Map.of());

        ItemDescription view = sink.item(tableKey("public", "v"));
        assertThat(view.classifications().get(new TypeName("CalculatedValue")).text("formula"))
                .get(STRING)
                .containsPattern("(?s)SELECT.*base");
        assertThat(more(sink.item(tableKey("public", "m")).properties()))
                .containsEntry("tableType", "MATERIALIZED VIEW");
        assertThat(sink.item(tableKey("public", "m")).parts()).hasSize(1);
        assertThat(more(sink.item(tableKey("public", "parts")).properties()))
                .containsEntry("tableType", "PARTITIONED TABLE")
                .containsEntry("partitioning", "by RANGE (day)");
        assertThat(more(sink.item(tableKey("public", "parts_2026")).properties()))
                .containsEntry("tableType", "PARTITION")
                .hasEntrySatisfying(
                        "partitioning", text -> assertThat(text).startsWith("of public.parts FOR VALUES FROM"));
    }

    @Test
    void estimateOfRowsIsRoundedSoThatItIsNotAnotherOneEachDay() {
        fixture.execute(
                "CREATE TABLE public.many AS SELECT generate_series(1, 1234) AS id",
                "ANALYZE public.many",
                "CREATE TABLE public.never (id int)");

        assertThat(more(table("public", "many").properties())).containsEntry("rowEstimate", "1200");
        assertThat(more(table("public", "never").properties())).doesNotContainKey("rowEstimate");
    }

    @Test
    void tablesOfManyPortionsAreAllTold() {
        fixture.execute("DO $$ BEGIN FOR i IN 1..30 LOOP EXECUTE 'CREATE TABLE public.wide_' || i || ' (' ||"
                + " (SELECT string_agg('c' || n || ' int', ', ') FROM generate_series(1, 1000) n) || ')';"
                + " END LOOP; END $$");

        RecordingSink sink = described(Map.of());

        assertThat(sink.items()).hasSize(30);
        assertThat(sink.items().values())
                .allSatisfy(item ->
                        assertThat(item.description().orElseThrow().parts()).hasSize(1_000));
    }

    @Test
    void schemasAndTablesAreChosenByPatterns() {
        fixture.execute(
                "CREATE SCHEMA a1",
                "CREATE SCHEMA a2",
                "CREATE TABLE a1.t (id int)",
                "CREATE TABLE a1.tmp_t (id int)",
                "CREATE TABLE a2.t (id int)",
                "CREATE TABLE public.t (id int)");

        assertThat(described(Map.of(
                                "includeSchemas",
                                List.of("a*", "public"),
                                "excludeSchemaNames",
                                "public",
                                "excludeTables",
                                "tmp_*, a2.t"))
                        .items())
                .containsOnlyKeys(new ItemKey(tableKey("a1", "t")));
    }

    @Test
    void droppedSchemaAndRenamedTableAreTakenOutOfTheCatalogue() {
        ConnectorBench<DatabaseIntegratorContext> bench = new ReconcilingBench<>(context);
        fixture.execute(
                "CREATE SCHEMA old",
                "CREATE TABLE old.t (id int)",
                "CREATE TABLE public.a (id int)",
                "CREATE TABLE public.b (id int)",
                "CREATE TABLE public.c (id int)");
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(fixture.connection(Map.of()));
        monitor.initialize(context);
        bench.refresh(monitor);
        fixture.execute("DROP SCHEMA old CASCADE", "ALTER TABLE public.a RENAME TO a2");

        ConnectorBench.Outcome outcome = bench.refresh(monitor);

        assertThat(outcome.removed())
                .containsExactlyInAnyOrder(
                        name(".old"), "RelationalDBSchemaType::" + name(".old"), name(".old.t"), name(".public.a"));
        assertThat(outcome.created()).containsExactly(name(".public.a2"));
    }

    @Test
    void tableThatHasNoColumnsAnyMoreHasNoneInTheCatalogue() {
        InMemoryMetadataStore store = new InMemoryMetadataStore(new SettableClock());
        ConnectorBench<DatabaseIntegratorContext> bench = new ReconcilingBench<>(context, store, new InMemoryLedgers());
        fixture.execute("CREATE TABLE public.t (id int)");
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(fixture.connection(Map.of()));
        monitor.initialize(context);
        bench.refresh(monitor);
        assertThat(store.elements()).anyMatch(element -> element.anchor().isPresent());
        fixture.execute("ALTER TABLE public.t DROP COLUMN id");

        bench.refresh(monitor);

        assertThat(store.elements()).noneMatch(element -> element.anchor().isPresent());
        assertThat(bench.catalogued()).contains(name(".public.t"));
    }

    @Test
    void schemaWithoutARightIsToldAndWhatIsCataloguedOfItStays() {
        ConnectorBench<DatabaseIntegratorContext> bench = new ReconcilingBench<>(context);
        fixture.execute("CREATE SCHEMA secret", "CREATE TABLE secret.t (id int)", "CREATE TABLE public.t (id int)");
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(fixture.connection(Map.of()));
        monitor.initialize(context);
        bench.refresh(monitor);
        fixture.execute("REVOKE ALL ON SCHEMA secret FROM CURRENT_USER", "DROP TABLE public.t");

        assertThat(bench.refresh(monitor).removed()).containsExactly(name(".public.t"));

        RecordingSink sink = described(Map.of());
        assertThat(sink.unreadable()
                        .get(new ItemKey(key(fixture.name(), "secret")))
                        .toString())
                .contains("DATABASE-INTEGRATION-CONNECTORS-0101");
    }

    @Test
    void queryThatFailsLeavesItsSchemaIncompleteAndTheOthersAreRead() {
        fixture.execute("CREATE SCHEMA a1", "CREATE TABLE a1.t1 (id int)", "CREATE TABLE a1.t2 (id int)");
        fixture.execute("CREATE TABLE public.t (id int)");

        RecordingSink sink = described(Map.of("maximumTables", "1"));

        assertThat(sink.scope(key(fixture.name(), "a1", "#tables")).isComplete())
                .isFalse();
        assertThat(sink.scope(key(fixture.name(), "a1", "#tables")).unreadable().values())
                .singleElement()
                .satisfies(
                        reason -> assertThat(reason.text()).contains(fixture.name() + ".a1", "tables of one schema"));
        assertThat(sink.scope(key(fixture.name(), "public", "#tables")).isComplete())
                .isTrue();
        assertThat(sink.items()).containsOnlyKeys(new ItemKey(tableKey("public", "t")));
    }

    @Test
    void queryThatTakesTooLongIsNoOutage() throws Exception {
        fixture.execute("CREATE SCHEMA a1", "CREATE VIEW a1.v AS SELECT 1 AS one", "CREATE TABLE public.t (id int)");
        try (java.sql.Connection other = fixture.open();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE a1.v IN ACCESS EXCLUSIVE MODE");

            RecordingSink sink = described(Map.of("queryTimeout", "1"));

            RecordingSink.Scope locked = sink.scope(key(fixture.name(), "a1", "#tables"));
            assertThat(locked.isComplete()).isFalse();
            assertThat(locked.unreadable().values()).singleElement().satisfies(reason -> assertThat(reason.text())
                    .contains("57014"));
            assertThat(sink.scope(key(fixture.name(), "public", "#tables")).isComplete())
                    .isTrue();
        }
    }

    @Test
    void namesWithAnyCharactersAreToldApart() {
        fixture.execute(
                "CREATE SCHEMA \"a.b\"",
                "CREATE SCHEMA a",
                "CREATE TABLE \"a.b\".\"c\" (\"x::y\" int, \"x:%3A:y\" int, \"ä /#%\" int)",
                "CREATE TABLE a.\"d/#tables\" (\"'; DROP TABLE students; --\" int)");

        RecordingSink sink = described(Map.of());

        assertThat(sink.items()).hasSize(2);
        assertThat(sink.item(tableKey("a.b", "c")).parts())
                .extracting(PartDescription::qualifiedName)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(sink.item(tableKey("a", "d%2F%23tables")).parts()).hasSize(1);
    }

    @Test
    void tablesWhoseDottedNamesAreTheSameDoNotBreakTheRefresh() {
        ConnectorBench<DatabaseIntegratorContext> bench = new ReconcilingBench<>(context);
        fixture.execute(
                "CREATE SCHEMA \"a.b\"",
                "CREATE SCHEMA a",
                "CREATE TABLE \"a.b\".c (id int)",
                "CREATE TABLE a.\"b.c\" (id int)");
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(fixture.connection(Map.of()));
        monitor.initialize(context);

        bench.refresh(monitor);

        assertThat(bench.catalogued()).contains(name(".a.b.c"));
        assertThat(bench.refresh(monitor).isNothing()).isTrue();
    }

    @Test
    void allDatabasesOfAServerAreScopesOfIt() throws IOException {
        try (PostgresDatabase other = new PostgresDatabase()) {
            String otherName = other.settings().get("db_url").replaceAll(".*/([^?]+).*", "$1");
            fixture.execute("CREATE TABLE public.t (id int)");
            Connection connection =
                    fixture.connection("", Map.of("includeDatabases", fixture.name() + ", " + otherName));

            RecordingSink sink = DatabaseFixture.described(connection, context);

            assertThat(sink.scope(key(otherName)).parent()).contains(new ItemKey(fixture.namespace()));
            assertThat(sink.scope(key(fixture.name())).isComplete()).isTrue();
            assertThat(sink.items()).containsOnlyKeys(new ItemKey(tableKey("public", "t")));
            assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
        }
    }

    @Test
    void databasesHangOnTheMetadataSourceWhereThereIsOne() {
        context.with(new MetadataSource(new Guid(UUID.randomUUID().toString()), new QualifiedName("CocoPostgres")));

        RecordingSink sink = described(Map.of());

        assertThat(sink.scope(key(fixture.name())).parent()).isEmpty();
        assertThat(sink.scope(key(fixture.name())).item().qualifiedName()).hasToString(name(""));
    }

    @Test
    void refusedLoginIsTheConfigurationsFaultAndTellsNoSecret() {
        Connection connection = DatabaseFixture.connection(
                "jdbc:postgresql://127.0.0.1:" + fixture.proxy().port() + "/no_such_database",
                "daemon",
                "hush-hush",
                Map.of());
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(connection);
        monitor.initialize(context);

        ConnectorException failure = catchThrowableOfType(ConnectorException.class, monitor::start);

        assertThat(failure.origin()).isEqualTo(FailureOrigin.CONFIGURATION);
        assertThat(failure.reason().id())
                .isIn("DATABASE-INTEGRATION-CONNECTORS-404-001", "DATABASE-INTEGRATION-CONNECTORS-401-001");
        assertThat(failure.getMessage()).hasLineCount(1).doesNotContain("hush-hush");
    }

    @Test
    void refusedNetworkIsNotConnectedTo() {
        context.permitting(address -> false);
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(fixture.connection(Map.of()));
        monitor.initialize(context);

        ConnectorException failure = catchThrowableOfType(ConnectorException.class, monitor::start);

        assertThat(failure.reason().id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-400-004");
        assertThat(fixture.proxy().answered()).isZero();
    }

    @Test
    void missingDriverIsTold() {
        context.driving(JdbcDrivers.NONE);
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(fixture.connection(Map.of()));
        monitor.initialize(context);

        assertThat(catchThrowableOfType(ConnectorException.class, monitor::start)
                        .reason()
                        .id())
                .isEqualTo("DATABASE-INTEGRATION-CONNECTORS-400-005");
    }
}
