package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.IntegrationConnectorContract;
import io.openintegration.daemon.testing.ReconcilingBench;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every connector must do, by the monitor of databases, on one kind of database. */
abstract class RelationalDatabaseMonitorContract extends IntegrationConnectorContract<DatabaseIntegratorContext> {

    private static final Requester ANYBODY = new Requester(new UserId("anybody"), Optional.empty());

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();
    private final InMemoryMetadataStore store = new InMemoryMetadataStore(new SettableClock());
    private final ReconcilingBench<DatabaseIntegratorContext> bench =
            new ReconcilingBench<>(context, store, new InMemoryLedgers());
    private ReachableDatabase database;

    abstract ReachableDatabase newDatabase() throws Exception;

    /** Where tables are made, as it stands before their names. */
    protected String place() {
        return "sales.";
    }

    /** Makes another place for tables, and returns how it stands before their names. */
    protected String makeOtherPlace() throws Exception {
        database.execute("CREATE SCHEMA crm");
        return "crm.";
    }

    /** To the first place alone. */
    protected Connection narrowConnection() {
        return database.connection(Map.of("excludeSchemas", "crm, CRM"));
    }

    /** To both places. */
    protected Connection wideConnection() {
        return database.connection(Map.of());
    }

    @BeforeEach
    void prepare() throws Exception {
        database = newDatabase();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Override
    protected ConnectorBench<DatabaseIntegratorContext> bench() {
        return bench;
    }

    @Override
    protected IntegrationConnector<DatabaseIntegratorContext> newConnector() {
        return DatabaseFixture.monitor(database.connection(Map.of()));
    }

    @Override
    protected void makeSource() throws Exception {
        database.execute(
                "CREATE SCHEMA sales",
                "CREATE TABLE sales.customer (id bigint PRIMARY KEY, name varchar(80) NOT NULL)",
                "CREATE TABLE sales.orders (id bigint PRIMARY KEY, customer bigint REFERENCES sales.customer)",
                "CREATE VIEW sales.names AS SELECT name FROM sales.customer");
    }

    @Override
    protected void changeSource() throws Exception {
        database.execute("COMMENT ON TABLE sales.customer IS 'who buys'", "CREATE TABLE sales.returned (id bigint)");
    }

    @Override
    protected void takeSourceAway() throws IOException {
        database.proxy().refuse();
    }

    @Override
    protected void bringSourceBack() throws IOException {
        database.proxy().acceptAgain();
    }

    @Override
    protected String unavailableMessageId() {
        return "DATABASE-INTEGRATION-CONNECTORS-503-001";
    }

    @Override
    protected boolean isReleased() {
        await().untilAsserted(() -> assertThat(database.proxy().open()).isZero());
        return context.threadsEnd();
    }

    final ReachableDatabase database() {
        return database;
    }

    private List<ConnectionTestStep> tried() {
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(database.connection(Map.of()));
        monitor.initialize(context);
        List<ConnectionTestStep> steps = new ArrayList<>();
        monitor.connectionTest().orElseThrow().run(steps::add);
        monitor.disconnect();
        return steps;
    }

    @Test
    void connectionIsTriedInTheOrderOfItsSteps() throws Exception {
        makeSource();

        List<ConnectionTestStep> steps = tried();

        assertThat(steps).extracting(ConnectionTestStep::kind).isSorted().containsOnly(Kind.values());
        assertThat(steps).noneMatch(step -> step.outcome() == Outcome.FAILED);
        assertThat(steps)
                .filteredOn(step -> step.kind() != Kind.TLS)
                .allMatch(step -> step.outcome() == Outcome.PASSED);
        assertThat(steps)
                .filteredOn(step -> step.kind() == Kind.TLS)
                .noneMatch(step -> step.outcome() == Outcome.PASSED);
    }

    @Test
    void connectionToWhatIsAwayIsTriedNoFurtherThanConnecting() throws Exception {
        takeSourceAway();

        List<ConnectionTestStep> steps = tried();

        assertThat(steps)
                .filteredOn(step -> step.outcome() == Outcome.FAILED)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.kind()).isEqualTo(Kind.CONNECT);
                    assertThat(step.message().orElseThrow().id()).isEqualTo(unavailableMessageId());
                });
        assertThat(steps)
                .filteredOn(step -> step.kind().compareTo(Kind.CONNECT) > 0)
                .hasSize(4)
                .allMatch(step -> step.outcome() == Outcome.SKIPPED);
    }

    /** Has the database count. */
    protected abstract void analyse(String table) throws Exception;

    private ItemDescription described(String table) {
        RecordingSink sink = new RecordingSink();
        started(database.connection(Map.of())).refresh(sink);
        return sink.items().values().stream()
                .map(item -> item.description().orElseThrow())
                .filter(item ->
                        item.qualifiedName().value().toLowerCase(Locale.ROOT).endsWith("." + table))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void estimateOfRowsDefaultsAndNullabilityAreTold() throws Exception {
        makeSource();
        database.execute(
                "CREATE TABLE " + place() + "stock (id int NOT NULL, state varchar(10) DEFAULT 'new', amount int)",
                "INSERT INTO " + place() + "stock (id) VALUES "
                        + IntStream.range(0, 123).mapToObj(id -> "(" + id + ")").collect(Collectors.joining(", ")));
        analyse(place() + "stock");

        ItemDescription stock = described("stock");

        assertThat(((PropertyValue.TextMap)
                                stock.properties().get("additionalProperties").orElseThrow())
                        .values())
                .containsEntry("rowEstimate", "120");
        assertThat(stock.parts())
                .extracting(part -> part.properties().get("isNullable").orElseThrow())
                .containsExactly(
                        new PropertyValue.Flag(false), new PropertyValue.Flag(true), new PropertyValue.Flag(true));
        assertThat(stock.parts())
                .extracting(part -> part.classifications()
                        .get(new TypeName("TypeEmbeddedAttribute"))
                        .text("defaultValue")
                        .map(value -> value.replaceAll("::.*", ""))
                        .orElse("none"))
                .containsExactly("none", "'new'", "none");
    }

    @Test
    void queryOfAViewIsTold() throws Exception {
        makeSource();

        assertThat(described("names")
                        .classifications()
                        .get(new TypeName("CalculatedValue"))
                        .text("formula")
                        .orElseThrow())
                .containsIgnoringCase("select")
                .containsIgnoringCase("customer");
    }

    private DatabaseIntegratorConnector started(Connection connection) {
        DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(connection);
        monitor.initialize(context);
        monitor.start();
        return monitor;
    }

    private List<Relationship> keys() {
        return store.relationships().stream()
                .filter(link -> link.type().value().equals("ForeignKey"))
                .toList();
    }

    /** The columns at both ends of the foreign keys. */
    private List<String> keyColumns() {
        return keys().stream()
                .map(key -> column(key.end1()) + " <- " + column(key.end2()))
                .toList();
    }

    private String column(Guid guid) {
        String name = store.get(ANYBODY, guid, true)
                .flatMap(Element::qualifiedName)
                .orElseThrow()
                .value();
        return name.substring(name.lastIndexOf('.') + 1).replace("::", ".").toLowerCase(Locale.ROOT);
    }

    @Test
    void foreignKeyIsARelationshipOfTheColumnsWithTheKeyToWhichItRefersAtEnd1() throws Exception {
        makeSource();

        bench.refresh(started());

        assertThat(keyColumns()).containsExactly("customer.id <- orders.customer");
        ElementProperties properties = keys().get(0).properties();
        assertThat(properties.text("displayName")).isPresent();
        assertThat(properties.text("description").orElseThrow())
                .startsWithIgnoringCase("(customer) -> ")
                .endsWithIgnoringCase("customer (id)");
        assertThat(properties.text("source").orElseThrow())
                .contains("127.0.0.1:" + database.proxy().port());
    }

    @Test
    void keyOfSeveralColumnsIsARelationshipForEachPairOfThem() throws Exception {
        makeSource();
        database.execute(
                "CREATE TABLE " + place() + "region (country int, code int, PRIMARY KEY (country, code))",
                "CREATE TABLE " + place()
                        + "shop (of_country int, region int, CONSTRAINT lies_in FOREIGN KEY (of_country, region)"
                        + " REFERENCES " + place() + "region (country, code))");

        bench.refresh(started());

        assertThat(keyColumns())
                .containsExactlyInAnyOrder(
                        "customer.id <- orders.customer",
                        "region.country <- shop.of_country",
                        "region.code <- shop.region");
        assertThat(keys().stream()
                        .filter(key -> column(key.end1()).equals("region.code"))
                        .map(Relationship::properties))
                .singleElement()
                .satisfies(properties -> {
                    assertThat(properties.text("displayName").orElseThrow()).isEqualToIgnoringCase("lies_in");
                    assertThat(properties.text("description").orElseThrow())
                            .startsWithIgnoringCase("column 2 of 2: (of_country, region) -> ")
                            .endsWithIgnoringCase("region (country, code)");
                });
    }

    @Test
    void tableMayReferToItself() throws Exception {
        makeSource();
        database.execute(
                "CREATE TABLE " + place() + "employee (id bigint PRIMARY KEY, boss bigint, CONSTRAINT reports_to"
                        + " FOREIGN KEY (boss) REFERENCES " + place() + "employee (id))");

        bench.refresh(started());

        assertThat(keyColumns()).contains("employee.id <- employee.boss");
    }

    @Test
    void keyThatIsDroppedIsNoRelationshipAnyMore() throws Exception {
        makeSource();
        database.execute("CREATE TABLE " + place() + "returned (id bigint, customer bigint, CONSTRAINT by_customer"
                + " FOREIGN KEY (customer) REFERENCES " + place() + "customer (id))");
        IntegrationConnector<DatabaseIntegratorContext> monitor = started();
        bench.refresh(monitor);
        assertThat(keyColumns()).hasSize(2);
        database.execute("ALTER TABLE " + place() + "returned DROP "
                + (place().isEmpty() ? "FOREIGN KEY" : "CONSTRAINT") + " by_customer");

        bench.refresh(monitor);

        assertThat(keyColumns()).containsExactly("customer.id <- orders.customer");
    }

    @Test
    void keyToWhatIsNotCataloguedIsNoRelationshipUntilItIs() throws Exception {
        makeSource();
        String other = makeOtherPlace();
        database.execute(
                "CREATE TABLE " + other + "agent (id bigint PRIMARY KEY)",
                "CREATE TABLE " + place() + "visit (agent bigint, CONSTRAINT made_by FOREIGN KEY (agent) REFERENCES "
                        + other + "agent (id))");
        bench.refresh(started(narrowConnection()));
        assertThat(keyColumns()).containsExactly("customer.id <- orders.customer");

        bench.refresh(started(wideConnection()));

        assertThat(keyColumns()).containsExactlyInAnyOrder("customer.id <- orders.customer", "agent.id <- visit.agent");
    }

    @Test
    void relationshipsAreAskedForWhereTablesChangedAndPutRightWhereEverythingIsCompared() throws Exception {
        makeSource();
        IntegrationConnector<DatabaseIntegratorContext> monitor = started();
        bench.refresh(monitor);
        RecordingSink unchanged = new RecordingSink((table, stamp) -> true);
        monitor.refresh(unchanged);
        assertThat(unchanged.relations()).isEmpty();
        store.apply(ANYBODY, ChangeSet.of(new Change.Unrelate(keys().get(0).guid())));

        bench.refresh(monitor);
        assertThat(keys()).isEmpty();
        bench.refresh(monitor, RefreshMode.REQUESTED);

        assertThat(keyColumns()).containsExactly("customer.id <- orders.customer");
    }
}
