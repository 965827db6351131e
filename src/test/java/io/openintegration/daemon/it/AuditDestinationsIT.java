package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the audit records of a server go, on the real server: each step builds on the one before. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditDestinationsIT {

    private static final String APPLICATION = "audited";
    private static final String SERVER = "auditedStore";
    private static final Path DATA = Path.of(System.getProperty("test.data"));
    private static final Path DOCUMENT = DATA.resolve("server-config/" + SERVER + ".json");
    private static final Path LINES = DATA.resolve("audit/lines/" + SERVER + "/audit.jsonl");
    private static final Path IN_THE_WAY = DATA.resolve("audit/blocked");
    private static final Path BLOCKED_LINES = IN_THE_WAY.resolve(SERVER + "/audit.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ArquillianResource
    private Deployer deployer;

    private final DaemonClient client = new DaemonClient(URI.create(System.getProperty("test.url")));

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return DaemonWar.built().addClass(TopicSubscriber.class);
    }

    @Test
    @Order(1)
    void eachDestinationGetsItsSeverities() throws IOException {
        // an unknown field, so that there is a record of severity Action
        Files.writeString(
                DOCUMENT,
                """
                {"localServerName": "%s", "localServerType": "Metadata Access Store", "colour": "red",
                 "repositoryServicesConfig": {"auditLogConnections": [%s]}}
                """
                        .formatted(
                                SERVER,
                                String.join(
                                        ",",
                                        connection("console.ConsoleAuditLogStoreProvider", "", "Shutdown"),
                                        connection(
                                                "file.FileBasedAuditLogStoreProvider", "lines", "Startup", "Shutdown"),
                                        connection("file.FileBasedAuditLogStoreProvider", "blocked"),
                                        connection("slf4j.SLF4JAuditLogStoreProvider", "", "Action"),
                                        connection(
                                                "eventtopic.EventTopicAuditLogStoreProvider",
                                                "it.audit.logs",
                                                "Startup",
                                                "Action"),
                                        connection(
                                                "postgres.PostgreSQLAuditLogDestinationProvider",
                                                "",
                                                "Startup",
                                                "Shutdown",
                                                "Error",
                                                "Information"))));
        Files.createDirectories(IN_THE_WAY.getParent());
        Files.writeString(IN_THE_WAY, "in the way");
        deployer.deploy(APPLICATION);
        subscribe("all", "");
        subscribe("actions", "severity = 'Action' AND serverName = '" + SERVER + "'");

        assertThat(client.server("POST", SERVER).path("relatedHTTPCode").asInt())
                .isEqualTo(200);

        until(() -> ids(LINES).contains("SERVER-OPS-0004"));
        assertThat(ids(LINES)).startsWith("OMRS-AUDIT-0064").doesNotContain("SERVER-CONFIGURATION-0001");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(LINES)))
                .isIn("rw-r-----", "rw-------");
        until(() -> received("all").contains("SERVER-OPS-0004"));
        assertThat(received("all")).startsWith("OMRS-AUDIT-0064").contains("SERVER-CONFIGURATION-0001");
        until(() -> !client.auditedSinceStart(SERVER, "SERVER-OPS-0004").isEmpty());
        assertThat(client.audited(SERVER, "SERVER-CONFIGURATION-0001")).isEmpty();
    }

    @Test
    @Order(2)
    void subscriberMaySelectAndGetsTextThatDoesNotExpire() {
        until(() -> !received("actions").isEmpty());
        String message = messages("actions").get(0);

        assertThat(received("actions")).containsOnly("SERVER-CONFIGURATION-0001");
        assertThat(message).startsWith("SERVER-CONFIGURATION-0001 0 {");
        JsonNode record = json(message.substring(message.indexOf('{')));
        assertThat(record.path("class").asText()).isEqualTo("OMRSAuditLogRecord");
        assertThat(record.at("/originator/serverName").asText()).isEqualTo(SERVER);
        assertThat(record.path("messageText").asText()).contains("$.colour");
    }

    @Test
    @Order(3)
    void directoryThatCannotBeWrittenIsReportedOnceAndUsedOnceItCan() throws IOException {
        until(() -> client.audited(SERVER, "AUDIT-LOG-0002").size() == 1);
        assertThat(client.send("GET", "health/ready", "").body())
                .contains("\"" + SERVER + " files 2.failingSince\"")
                .doesNotContain("\"" + SERVER + " files.failingSince\"");

        Files.delete(IN_THE_WAY);

        until(() -> ids(BLOCKED_LINES).contains("SERVER-OPS-0004"));
        assertThat(ids(BLOCKED_LINES)).startsWith("OMRS-AUDIT-0064").contains("SERVER-CONFIGURATION-0001");
        until(() -> client.audited(SERVER, "AUDIT-LOG-0003").size() == 1);
        assertThat(client.audited(SERVER, "AUDIT-LOG-0002")).hasSize(1);
    }

    @Test
    @Order(4)
    void shutdownReachesTheDestinations() {
        client.server("DELETE", SERVER);

        until(() -> ids(LINES).contains("SERVER-OPS-0006"));
        until(() -> ids(BLOCKED_LINES).contains("SERVER-OPS-0006"));
        until(() -> !client.auditedSinceStart(SERVER, "SERVER-OPS-0006").isEmpty());
        assertThat(received("all")).doesNotContain("SERVER-OPS-0006");
    }

    @Test
    @Order(5)
    void consoleAndServerLogShowTheirSeveritiesAndTheDefaultWhereNothingIsConfigured() {
        client.server("POST", "cocoMDS1");

        until(() -> log().anyMatch(line -> line.contains(" cocoMDS1 Startup SERVER-OPS-0004 ")));
        until(() -> log().anyMatch(line -> line.contains(" " + SERVER + " Shutdown SERVER-OPS-0006 ")));
        assertThat(log()).noneMatch(line -> line.contains(" " + SERVER + " Startup "));
        assertThat(log())
                .anyMatch(line -> line.contains("Action SERVER-CONFIGURATION-0001 ") && line.contains("auditlog"))
                .noneMatch(line -> line.contains("Startup SERVER-OPS-0004") && line.contains("auditlog"));
        client.server("DELETE", "cocoMDS1");
    }

    @Test
    @Order(6)
    void mistakesKeepTheServerFromStartingAndAreListedAtOnce() throws IOException {
        String good = Files.readString(DOCUMENT);
        Files.writeString(DOCUMENT, good.replace("\"lines\"", "\"../db\"").replace("\"Action\"", "\"Loud\""));

        JsonNode answer = client.server("POST", SERVER);

        assertThat(answer.path("relatedHTTPCode").asInt()).isEqualTo(400);
        assertThat(answer.path("exceptionErrorMessage").asText())
                .contains("3 mistake(s)", "../db", "supportedSeverities[0]", "Loud");
        Files.writeString(DOCUMENT, good);
    }

    @Test
    @Order(7)
    void lastRecordsBeforeAStopOfThePlatformReachTheDestinationsThoughTheServerIsNotStartedAgain() {
        client.server("POST", SERVER);
        until(() -> ids(LINES).stream().filter("SERVER-OPS-0004"::equals).count() == 2);

        deployer.undeploy(APPLICATION);
        deployer.deploy(APPLICATION);

        until(() -> ids(LINES).stream().filter("SERVER-OPS-0006"::equals).count() == 2);
        assertThat(log()).noneMatch(line -> line.contains("CNTR0020E"));
        // OpenMQ put a message aside: the records in it are lost to everybody
        assertThat(log()).noneMatch(line -> line.contains("MQJMSRA_MR1101"));
        deployer.undeploy(APPLICATION);
    }

    @Test
    @Order(8)
    void theOtherTestsFindTheDocumentsAsTheyWere() throws IOException {
        Files.delete(DOCUMENT);
        assertThat(DOCUMENT).doesNotExist();
    }

    private static String connection(String provider, String address, String... severities) {
        return """
               {"class": "Connection", "endpoint": {"address": "%s"},
                "connectorType": {"connectorProviderClassName":
                  "org.odpi.openmetadata.adapters.repositoryservices.auditlogstore.%s"},
                "configurationProperties": {"supportedSeverities": [%s]}}
               """
                .formatted(
                        address,
                        provider,
                        String.join(
                                ",",
                                Stream.of(severities)
                                        .map(name -> "\"" + name + "\"")
                                        .toList()));
    }

    private void subscribe(String name, String selector) {
        String request = "it/topic?topic=it.audit.logs&name=" + name
                + (selector.isEmpty() ? "" : "&selector=" + encoded(selector));
        assertThat(client.send("POST", request, "").body()).isEqualTo("subscribed");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<String> messages(String subscriber) {
        return client.send("GET", "it/topic?name=" + subscriber, "")
                .body()
                .lines()
                .toList();
    }

    /** The message ids that a subscriber was told as a property. */
    private List<String> received(String subscriber) {
        return messages(subscriber).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private static List<String> ids(Path file) throws IOException {
        return Files.notExists(file)
                ? List.of()
                : Files.readAllLines(file).stream()
                        .map(line -> json(line).path("messageId").asText())
                        .toList();
    }

    /** The records of the server's log; Payara begins the text of each on a line of its own. */
    private static Stream<String> log() {
        try {
            return Files.readString(Path.of(System.getProperty("test.log")))
                    .replace("[[\n", " ")
                    .lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
