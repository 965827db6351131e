package io.openintegration.daemon.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.configuration.AuditDestinationConfiguration.Console;
import io.openintegration.daemon.configuration.AuditDestinationConfiguration.Database;
import io.openintegration.daemon.configuration.AuditDestinationConfiguration.Slf4j;
import io.openintegration.daemon.configuration.AuditDestinationConfiguration.Topic;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.testing.DocumentReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditDestinationReaderTest {

    private static final ServerName SERVER = new ServerName("integration-daemon");
    private static final Path BASE = Path.of("/srv/data/audit");
    private static final Path SHIPPED = Path.of("/var/log/shipped");
    private static final Set<Severity> ALL = EnumSet.allOf(Severity.class);
    private static final String PEER = "org.odpi.openmetadata.adapters.repositoryservices.auditlogstore.";
    private static final String CONSOLE = PEER + "console.ConsoleAuditLogStoreProvider";
    private static final String SLF4J = PEER + "slf4j.SLF4JAuditLogStoreProvider";
    private static final String FILES = PEER + "file.FileBasedAuditLogStoreProvider";
    private static final String TOPIC = PEER + "eventtopic.EventTopicAuditLogStoreProvider";
    private static final String DATABASE = PEER + "postgres.PostgreSQLAuditLogDestinationProvider";

    private final Map<String, String> settings = Map.of("secret", "s3cr3t", "blank", " ", "topic", "my.topic");
    private final DocumentReader reader = new DocumentReader(
            new Placeholders(name -> Optional.ofNullable(settings.get(name))),
            new PlatformUrls(List.of()),
            new AuditDirectories(BASE, List.of(SHIPPED)),
            DocumentReaders.ZONE);

    @Test
    void exampleIsReadWhole() throws IOException {
        ServerConfiguration configuration = reader.read(
                new ServerName("cocoMDS1"),
                Files.readString(Path.of("server-config/examples/audit-destinations/cocoMDS1.json")));

        assertThat(configuration.warnings()).isEmpty();
        assertThat(configuration.auditDestinations())
                .containsExactly(
                        new Console(Set.of(
                                Severity.ACTION,
                                Severity.ERROR,
                                Severity.EXCEPTION,
                                Severity.SECURITY,
                                Severity.STARTUP,
                                Severity.SHUTDOWN)),
                        new Database(ALL, Optional.of(Duration.ofDays(90))),
                        new AuditDestinationConfiguration.Files(
                                Set.of(Severity.ERROR, Severity.EXCEPTION, Severity.SECURITY),
                                BASE,
                                BASE.resolve("for-the-shipper/cocoMDS1"),
                                new AuditFileLimits(5 << 20, Duration.ofDays(14), 200 << 20, 50)),
                        new Topic(ALL, "coco.audit"),
                        new Slf4j(Set.of(Severity.SECURITY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"repositoryServicesConfig\": null}",
                "{\"repositoryServicesConfig\": {}}",
                "{\"repositoryServicesConfig\": {\"auditLogConnections\": []}}"
            })
    void documentWithoutDestinationsNamesNone(String document) {
        assertThat(read(document).auditDestinations()).isEmpty();
        assertThat(read(document).warnings()).isEmpty();
    }

    @Test
    void defaultsAreThese() {
        assertThat(destinations(
                        connection(CONSOLE, ""),
                        connection(SLF4J, ""),
                        connection(FILES, ""),
                        connection(TOPIC, ""),
                        connection(DATABASE, "")))
                .containsExactly(
                        new Console(ALL),
                        new Slf4j(ALL),
                        new AuditDestinationConfiguration.Files(
                                ALL,
                                BASE,
                                BASE.resolve("integration-daemon"),
                                new AuditFileLimits(20 << 20, Duration.ofDays(30), 500 << 20, 100)),
                        new Topic(ALL, "integration_daemon.audit_log"),
                        new Database(ALL, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void eachSeverityIsKnownByItsDisplayNameAlone(Severity severity) {
        assertThat(destinations(severities(severity.displayName()))).containsExactly(new Console(Set.of(severity)));
        assertThat(mistakes(severities(severity.displayName().toUpperCase(java.util.Locale.ROOT) + "!")))
                .singleElement()
                .asString()
                .contains("auditLogConnections[0].configurationProperties.supportedSeverities[0]")
                .contains(
                        Stream.of(Severity.values()).map(Severity::displayName).collect(Collectors.joining(", ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]"})
    void noSeveritiesMeanAll(String list) {
        assertThat(destinations(connection(CONSOLE, properties("\"supportedSeverities\": " + list))))
                .containsExactly(new Console(ALL));
    }

    @Test
    void allMistakesAreReportedAtOnceEachWithItsPlace() {
        List<String> mistakes = mistakes(
                connection("x.Y", ""),
                "{\"connectorType\": {}}",
                "7",
                connection(CONSOLE, properties("\"supportedSeverities\": [\"Loud\", 5, \"Error\", \"Quiet\"]")),
                connection(SLF4J, properties("\"supportedSeverities\": \"Error\"")),
                connection(FILES, properties("\"maximumFileSizeMB\": 0, \"retentionDays\": \"long\"")),
                connection(DATABASE, properties("\"retentionDays\": 0")),
                connection(TOPIC, properties("\"topicName\": \"a/b*\"")),
                connection(DATABASE, ""),
                connection(FILES, ""));

        assertThat(mistakes)
                .satisfiesExactlyInAnyOrder(
                        mistake -> assertThat(mistake)
                                .contains("[0].connectorType.connectorProviderClassName", "x.Y", CONSOLE, TOPIC),
                        mistake -> assertThat(mistake).contains("[1].connectorType.connectorProviderClassName"),
                        mistake -> assertThat(mistake).contains("auditLogConnections[2]", "object", "number"),
                        mistake -> assertThat(mistake).contains("[3].configurationProperties", "[0]", "Loud"),
                        mistake -> assertThat(mistake).contains("[3].configurationProperties", "[1]", "string"),
                        mistake -> assertThat(mistake).contains("[3].configurationProperties", "[3]", "Quiet"),
                        mistake -> assertThat(mistake).contains("[4].configurationProperties", "array", "string"),
                        mistake -> assertThat(mistake).contains("[5].configurationProperties.maximumFileSizeMB", "0"),
                        mistake -> assertThat(mistake).contains("[5].configurationProperties.retentionDays"),
                        mistake -> assertThat(mistake).contains("[6].configurationProperties.retentionDays"),
                        mistake -> assertThat(mistake).contains("[7].configurationProperties.topicName", "a/b*"),
                        mistake -> assertThat(mistake).contains("SERVER-CONFIGURATION-400-031", "[8]"),
                        mistake -> assertThat(mistake).contains("SERVER-CONFIGURATION-400-031", "[9]"));
    }

    @ParameterizedTest
    @CsvSource({
        "logs/ffdc, /srv/data/audit/logs/ffdc/integration-daemon",
        ".,         /srv/data/audit/integration-daemon",
        "/srv/data/audit/a//b, /srv/data/audit/a/b/integration-daemon",
        "/var/log/shipped, /var/log/shipped/integration-daemon",
    })
    void directoryIsTheServersOwnInAPermittedOne(String address, Path directory) {
        for (String field : List.of("address", "networkAddress")) {
            assertThat(destinations(files(field, address)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            AuditDestinationConfiguration.Files.class,
                            files -> assertThat(files.directory()).isEqualTo(directory));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc",
                "/",
                "..",
                "../db",
                "a/../../db",
                "a/..",
                "/srv/data/audit/../db",
                "/srv/data/auditor",
                "/var/log",
                "a\\u0000b",
                "a\\nb"
            })
    void directoryElsewhereIsAMistake(String address) {
        assertThat(mistakes(files("address", address)))
                .singleElement()
                .asString()
                .contains("SERVER-CONFIGURATION-400-032", "endpoint.address", BASE.toString(), SHIPPED.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "...", ".hidden", "a b/c", "ä%2E", "a_b"})
    void noTwoServersShareADirectoryAndNoneLeadsElsewhere(String name) {
        AuditDirectories directories = new AuditDirectories(BASE, List.of());
        Path directory = directories.standard(new ServerName(name)).directory();

        assertThat(directory.getParent()).isEqualTo(BASE);
        assertThat(directory.normalize()).isEqualTo(directory);
        assertThat(directory.getFileName().toString()).doesNotStartWith(".");
    }

    @Test
    void topicOfEgeriasEmbeddedConnectionIsTaken() {
        ServerConfiguration configuration = read(
                document(
                        connection(
                                TOPIC,
                                """
                , "embeddedConnections": [{"class": "EmbeddedConnection", "position": 0, "embeddedConnection": {
                    "class": "Connection", "configurationProperties": {"producer": {}},
                    "endpoint": {"class": "Endpoint", "address": "egeria.omag.server.default.ffdc.audit-logs"}}}]
                """)));

        assertThat(configuration.auditDestinations())
                .containsExactly(new Topic(ALL, "egeria.omag.server.default.ffdc.audit-logs"));
        assertThat(configuration.warnings())
                .singleElement()
                .asString()
                .contains("SERVER-CONFIGURATION-0002", "embeddedConnection.configurationProperties");
    }

    @Test
    void placeholdersAreResolvedAndNeverToldByAMistake() {
        assertThat(destinations(connection(TOPIC, properties("\"topicName\": \"~{topic}~\""))))
                .containsExactly(new Topic(ALL, "my.topic"));
        assertThat(destinations(files("address", "~{blank}~"))).hasSize(1);
        assertThat(mistakes(
                        severities("~{secret}~"),
                        files("address", "/~{secret}~"),
                        connection("~{secret}~", ""),
                        connection(TOPIC, properties("\"topicName\": \"/~{secret}~\""))))
                .hasSize(4)
                .allSatisfy(
                        mistake -> assertThat(mistake).contains("~{secret}~").doesNotContain("s3cr3t"));
    }

    @Test
    void whatHasNoEffectIsAWarning() {
        ServerConfiguration configuration = read(document(
                connection(
                        DATABASE,
                        properties("\"databaseURL\": \"jdbc:x\", \"databaseSchema\": \"audit\", \"retention\": 5")),
                connection(CONSOLE, ", \"colour\": \"red\"")));

        assertThat(configuration.warnings())
                .extracting(Message::toString)
                .satisfiesExactlyInAnyOrder(
                        warning -> assertThat(warning).contains("SERVER-CONFIGURATION-0002", "databaseURL"),
                        warning -> assertThat(warning).contains("SERVER-CONFIGURATION-0002", "databaseSchema"),
                        warning -> assertThat(warning)
                                .contains("SERVER-CONFIGURATION-0001", "configurationProperties.retention"),
                        warning -> assertThat(warning)
                                .contains("SERVER-CONFIGURATION-0001", "auditLogConnections[1].colour"));
    }

    private static String severities(String name) {
        return connection(CONSOLE, properties("\"supportedSeverities\": [\"" + name + "\"]"));
    }

    private static String files(String field, String address) {
        return connection(FILES, ", \"endpoint\": {\"" + field + "\": \"" + address + "\"}");
    }

    private static String properties(String properties) {
        return ", \"configurationProperties\": {" + properties + "}";
    }

    private static String connection(String provider, String more) {
        return "{\"class\": \"Connection\", \"connectorType\": {\"connectorProviderClassName\": \"" + provider + "\"}"
                + more + "}";
    }

    private static String document(String... connections) {
        return "{\"repositoryServicesConfig\": {\"auditLogConnections\": [" + String.join(",", connections) + "]}}";
    }

    private List<AuditDestinationConfiguration> destinations(String... connections) {
        return read(document(connections)).auditDestinations();
    }

    private List<String> mistakes(String... connections) {
        return catchThrowableOfType(ConfigurationException.class, () -> read(document(connections))).problems().stream()
                .map(Message::toString)
                .toList();
    }

    private ServerConfiguration read(String document) {
        return reader.read(SERVER, document);
    }
}
