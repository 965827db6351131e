package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.elements;
import static io.openintegration.daemon.it.DaemonClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.testing.LibertyProcess;
import io.openintegration.daemon.testing.PostgresDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Files, a table of PostgreSQL, and the lineage between them that a real Spark tells of, each catalogued by a connector of its own. The
 * driver is in a plug-in as the build packs it. Each step builds on the one before.
 */
@EnabledIfSystemProperty(
        named = "arquillian.launch",
        matches = "liberty",
        disabledReason = "starts an Open Liberty itself")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JoinedUpIT {

    private static final Duration START_BOUND = Duration.ofMinutes(4);
    private static final Duration LINEAGE_BOUND = Duration.ofSeconds(60);
    private static final Path HOME = Path.of("target/joined-up").toAbsolutePath();
    private static final String V1 = "api/v1/servers/joined/";

    private static PostgresDatabase database;
    private static LibertyProcess platform;
    private static DaemonClient client;
    private static URI address;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = new PostgresDatabase();
        address = URI.create(
                database.settings().get("db_url").substring("jdbc:".length()).replaceFirst("\\?.*", ""));
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA sales");
            statement.execute("CREATE TABLE sales.region_sales (region text NOT NULL, total numeric(10,2))");
        }
        Files.createDirectories(HOME.resolve("files"));
        Files.writeString(HOME.resolve("files/customers.csv"), "id,region\n1,north\n2,south\n");
        Files.writeString(HOME.resolve("files/orders.csv"), "customer,amount\n1,1.50\n2,2.25\n1,4.00\n");
        Path documents = Files.createDirectories(HOME.resolve("server-config"));
        Files.writeString(documents.resolve("joined.json"), document());
        Files.copy(
                Path.of("server-config/cocoMDS1.json"),
                documents.resolve("cocoMDS1.json"),
                StandardCopyOption.REPLACE_EXISTING);
        platform = new LibertyProcess("joinedUp");
        client = new DaemonClient(platform.base());
        platform.start(Map.of(
                "DAEMON_STARTUP_SERVERS",
                "cocoMDS1,joined",
                "DAEMON_CONFIGURATION_DIRECTORY",
                documents.toString(),
                "DAEMON_FILES_BASE",
                HOME.toString(),
                "DAEMON_PLUGINS_DIRECTORY",
                Path.of("target/plugins").toAbsolutePath().toString()));
        platform.awaitReady(START_BOUND);
    }

    @AfterAll
    static void end() {
        platform.close();
        database.close();
    }

    @Test
    @Order(1)
    void connectionIsTriedInSteps() {
        JsonNode passed = client.post(V1 + "connectors/Shop/connection-test", "");
        assertThat(passed.path("passed").asBoolean()).as(passed.toString()).isTrue();
        assertThat(steps(passed, "PASSED")).contains("CONNECT", "LOG_IN", "RIGHT", "SAMPLE_READ");

        JsonNode refused = client.post(V1 + "connectors/UnknownAccount/connection-test", "");
        assertThat(refused.path("passed").asBoolean()).as(refused.toString()).isFalse();
        assertThat(steps(refused, "FAILED")).containsExactly("LOG_IN");
        assertThat(steps(refused, "SKIPPED")).contains("SAMPLE_READ");
        assertThat(refused.toString()).doesNotContain("not-the-password");

        JsonNode files = client.post(V1 + "connectors/Files/connection-test", "");
        assertThat(files.path("passed").asBoolean()).as(files.toString()).isTrue();
        assertThat(steps(files, "PASSED")).contains("RIGHT", "SAMPLE_READ");

        HttpResponse<String> untried = client.send("POST", V1 + "connectors/OpenLineage/connection-test", "");
        assertThat(untried.statusCode()).as(untried.body()).isEqualTo(409);
        assertThat(untried.body()).contains("INTEGRATION-DAEMON-SERVICES-409-018");
    }

    @Test
    @Order(2)
    void filesAndTableAreCatalogued() {
        until(() -> client.catalogued("CSVFile", "customers.csv").size() == 1);
        until(() -> client.catalogued("CSVFile", "orders.csv").size() == 1);
        until(() -> client.catalogued("RelationalTable", "region_sales").size() == 1);

        assertThat(client.catalogued("RelationalColumn", table())).containsExactlyInAnyOrder("region", "total");
        until(() -> "FAILED".equals(connector("UnknownAccount").path("status").asText()));
        assertThat(connector("UnknownAccount").path("failure").path("message").asText())
                .hasLineCount(1)
                .doesNotContain("not-the-password");
    }

    @Test
    @Order(3)
    void sparkJoinsColumnsOfFilesWithColumnsOfTheTable() {
        spark().run(
                        "RegionSales.java",
                        file("customers.csv"),
                        file("orders.csv"),
                        database.settings().get("db_url"),
                        "sales.region_sales");

        Awaitility.await().atMost(LINEAGE_BOUND).untilAsserted(() -> assertThat(mappings(lineage()))
                .containsExactlyInAnyOrder(
                        "customers.csv region, region_sales region", "orders.csv amount, region_sales total"));
        JsonNode lineage = lineage();
        assertThat(elements(lineage.path("nodes")))
                .extracting(node -> node.path("qualifiedName").asText())
                .contains(table(), "coco-nas::" + file("customers.csv"), "coco-nas::" + file("orders.csv"));
        Awaitility.await().atMost(LINEAGE_BOUND).untilAsserted(() -> assertThat(process(lineage))
                .contains("lastRunState=COMPLETED"));
    }

    private static SparkJob spark() {
        client.send(
                "PUT", "api/v1/users/spark", "{\"roles\": [\"producer\"], \"password\": \"correct horse battery\"}");
        JsonNode issued = client.post("api/v1/users/spark/api-keys", "{\"name\": \"region sales\"}");
        return new SparkJob(
                HOME.resolve("spark"),
                platform.base(),
                Map.of(
                        "OPENLINEAGE_API_KEY", issued.path("key").asText(),
                        "DATABASE_USER", database.settings().get("db_user"),
                        "DATABASE_PASSWORD", database.settings().get("db_password")));
    }

    private static String file(String name) {
        return HOME.resolve("files").resolve(name).toString();
    }

    private static JsonNode lineage() {
        return client.get("api/v1/servers/cocoMDS1/lineage?direction=upstream&depth=4&columns=true&qualifiedName="
                + URLEncoder.encode(table(), StandardCharsets.UTF_8));
    }

    /** From which column of what to which column of what. */
    private static List<String> mappings(JsonNode lineage) {
        Map<String, String> names = new HashMap<>();
        lineage.path("nodes").forEach(node -> names.put(guid(node), displayName(node)));
        lineage.path("columns")
                .forEach(column ->
                        names.put(guid(column), names.get(column.path("of").asText()) + " " + displayName(column)));
        return elements(lineage.path("columnEdges")).stream()
                .map(edge -> names.get(edge.path("from").asText()) + ", "
                        + names.get(edge.path("to").asText()))
                .toList();
    }

    /** What the catalogue has of the job that wrote the table. */
    private static String process(JsonNode lineage) {
        JsonNode found = elements(lineage.path("nodes")).stream()
                .filter(node -> node.path("type").asText().equals("Process"))
                .findFirst()
                .orElseThrow();
        return client.get(DaemonClient.STORE + "metadata-elements/" + guid(found))
                .at("/element/elementProperties/propertiesAsStrings/additionalProperties")
                .asText();
    }

    private static String guid(JsonNode element) {
        return element.path("guid").asText();
    }

    private static String displayName(JsonNode element) {
        return element.path("displayName").asText();
    }

    private static JsonNode connector(String name) {
        return client.get(V1 + "connectors/" + name);
    }

    private static List<String> steps(JsonNode trial, String outcome) {
        return elements(trial.path("steps")).stream()
                .filter(step -> step.path("outcome").asText().equals(outcome))
                .map(step -> step.path("kind").asText())
                .toList();
    }

    private static String namespace() {
        return "postgres://" + address.getHost() + ":" + address.getPort();
    }

    private static String name() {
        return address.getPath().substring(1) + ".sales.region_sales";
    }

    private static String table() {
        return namespace() + "::" + name();
    }

    private static String document() {
        Map<String, String> settings = database.settings();
        return """
            {"class": "OMAGServerConfig", "localServerName": "joined", "localServerType": "Integration Daemon",
             "localServerUserId": "exchangeDL01npa", "integrationServicesConfig": [%s, %s, %s]}"""
                .formatted(
                        service(
                                "files-integrator",
                                connector(
                                        "Files",
                                        "org.odpi.openmetadata.adapters.connectors.integration.basicfiles.DataFilesMonitorIntegrationProvider",
                                        "\"endpoint\": {\"class\": \"Endpoint\", \"address\": \"files\"},"
                                                + " \"configurationProperties\": {\"fileSystemName\": \"coco-nas\"}")),
                        service(
                                "database-integrator",
                                database("Shop", settings.get("db_user"), settings.get("db_password"))
                                        + ", "
                                        + database("UnknownAccount", "no_such_account", "not-the-password")),
                        service(
                                "lineage-integrator",
                                connector(
                                        "OpenLineage",
                                        "io.openintegration.daemon.connectors.lineage.OpenLineageMonitorProvider",
                                        "\"configurationProperties\": {\"namespaces\": {\"file\": \"coco-nas\"}}")));
    }

    private static String database(String name, String user, String password) {
        return connector(
                name,
                "io.openintegration.daemon.connectors.databases.RelationalDatabaseMonitorProvider",
                "\"endpoint\": {\"class\": \"Endpoint\", \"address\": \"jdbc:%s\"}, \"userId\": \"%s\", \"clearPassword\": \"%s\""
                        .formatted(address, user, password));
    }

    private static String service(String marker, String connectors) {
        return """
            {"class": "IntegrationServiceConfig", "omagserverPlatformRootURL": "https://localhost:9443",
             "omagserverName": "cocoMDS1", "integrationServiceURLMarker": "%s", "integrationConnectorConfigs": [%s]}"""
                .formatted(marker, connectors);
    }

    private static String connector(String name, String provider, String connection) {
        return """
            {"class": "IntegrationConnectorConfig", "connectorName": "%s", "connectorUserId": "exchangeDL01npa",
             "connection": {"class": "Connection", "connectorType": {"class": "ConnectorType",
               "connectorProviderClassName": "%s"}, %s},
             "metadataSourceQualifiedName": "%s", "permittedSynchronization": "FROM_THIRD_PARTY",
             "refreshTimeInterval": 600}"""
                .formatted(name, provider, connection, name);
    }
}
