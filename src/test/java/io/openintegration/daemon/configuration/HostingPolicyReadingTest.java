package io.openintegration.daemon.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.testing.DocumentReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents say of schedules, deadlines and restarts. */
class HostingPolicyReadingTest {

    private static final ServerName SERVER = new ServerName("daemon");
    private static final String CONNECTOR = "$.integrationServicesConfig[0].integrationConnectorConfigs[0].";

    private final Map<String, String> settings = Map.of("secret", "s3cr3t");
    private final DocumentReader reader = DocumentReaders.of(
            new Placeholders(name -> Optional.ofNullable(settings.get(name))),
            new PlatformUrls(List.of("https://localhost:9443")));

    @Test
    void documentThatSaysNothingMeansTheDefaults() {
        HostingPolicy policy = connector("").hosting();

        assertThat(policy)
                .isEqualTo(new HostingPolicy(
                        new RefreshSchedule(Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty()),
                        RestartPolicy.MANUAL,
                        new OperationDeadlines(
                                Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ofHours(4), Optional.empty())))
                .isEqualTo(HostingPolicy.every(Duration.ZERO));
    }

    @Test
    void approvalOfTheNearestSectionCounts() {
        String thousand = "\"approval\": {\"changesAbove\": 1000},";
        String none = "\"approval\": {\"changesAbove\": 0},";

        assertThat(only(read("", "", "")).hosting().approval()).isEqualTo(Approval.NEVER);
        assertThat(only(read(thousand, "", "")).hosting().approval().changesAbove())
                .hasValue(1000);
        assertThat(only(read(thousand, none, "")).hosting().approval().changesAbove())
                .hasValue(0);
        assertThat(only(read(thousand, none, ", \"approval\": {\"changesAbove\": 5}"))
                        .hosting()
                        .approval()
                        .changesAbove())
                .hasValue(5);
    }

    @Test
    void approvalThatIsNoNumberIsAMistakeOfTheConnector() {
        ConnectorConfiguration connector = only(read("", "", ", \"approval\": {\"changesAbove\": -1}"));

        assertThat(connector.problems()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .contains("approval.changesAbove"));
    }

    @Test
    void fullComparisonIntervalOfTheNearestSectionCounts() {
        String daily = "\"fullComparisonInterval\": \"P1D\",";
        String hourly = "\"fullComparisonInterval\": \"PT1H\",";

        assertThat(comparison("", "", "")).isEmpty();
        assertThat(comparison(daily, "", "")).contains(Duration.ofDays(1));
        assertThat(comparison(daily, hourly, "")).contains(Duration.ofHours(1));
        assertThat(comparison(daily, hourly, ", \"fullComparisonInterval\": \"PT2H\""))
                .contains(Duration.ofHours(2));
        assertThat(comparison(daily, hourly, ", \"fullComparisonInterval\": \"PT0S\""))
                .as("switched off")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"daily\"", "\"-PT1H\"", "\"P3651D\""})
    void fullComparisonIntervalThatIsNoneIsAMistakeOfTheConnector(String written) {
        ConnectorConfiguration connector = only(read("", "", ", \"fullComparisonInterval\": " + written));

        assertThat(connector.problems()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .contains("fullComparisonInterval"));
    }

    @Test
    void everythingIsReadWithoutAWarning() {
        ServerConfiguration configuration = read(
                "",
                "",
                """
                , "refreshTimeInterval": 90, "refreshSchedule": "30 6 * * MON-FRI", "refreshTimeZone": "Europe/Berlin",
                "startDate": "2021-02-02T20:57:50.647+00:00", "connectorShutdownDate": 1798761600000,
                "restartPolicy": "AUTOMATIC",
                "operationDeadlines": {"initialize": "PT1S", "start": "PT30S", "refresh": "P7D", "heartbeat": "PT10S"}
                """);

        ConnectorConfiguration connector = only(configuration);
        assertThat(configuration.warnings()).isEmpty();
        assertThat(connector.problems()).isEmpty();
        assertThat(connector.hosting())
                .isEqualTo(new HostingPolicy(
                        new RefreshSchedule(
                                Duration.ofMinutes(90),
                                Optional.of(CronSchedule.of("30 6 * * MON-FRI", ZoneId.of("Europe/Berlin"))),
                                Optional.of(Instant.parse("2021-02-02T20:57:50.647Z")),
                                Optional.of(Instant.parse("2027-01-01T00:00:00Z"))),
                        RestartPolicy.AUTOMATIC,
                        new OperationDeadlines(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(30),
                                Duration.ofDays(7),
                                Optional.of(Duration.ofSeconds(10)))));
    }

    @Test
    void exampleIsReadWithoutAMistakeOrAWarning() throws IOException {
        ServerConfiguration configuration = reader.read(
                new ServerName("integration-daemon"),
                Files.readString(Path.of("server-config/examples/schedules/integration-daemon.json")));

        assertThat(configuration.warnings()).isEmpty();
        assertThat(configuration.integrationServices())
                .flatMap(IntegrationServiceConfiguration::connectors)
                .hasSize(3)
                .allSatisfy(connector -> assertThat(connector.problems()).isEmpty());
    }

    @Test
    void whatIsReadTwiceIsEqual() {
        String fields =
                """
                , "refreshSchedule": "30 6 * * *", "startDate": 0, "operationDeadlines": {"heartbeat": "PT1M"}
                """;

        assertThat(connector(fields)).isEqualTo(connector(fields));
        assertThat(connector(fields).servesAs(connector(""))).isTrue();
    }

    @Test
    void scheduleWithoutATimeZoneIsMeantInThatOfThePlatform() {
        assertThat(connector(", \"refreshSchedule\": \"@daily\"")
                        .hosting()
                        .schedule()
                        .cron())
                .contains(CronSchedule.of("@daily", DocumentReaders.ZONE));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-02T20:57:50.647+00:00, 2021-02-02T20:57:50.647Z",
        "2021-02-02T20:57:50.647+0000, 2021-02-02T20:57:50.647Z",
        "2021-02-02T20:57:50Z, 2021-02-02T20:57:50Z",
        "2021-02-02T20:57+05:30, 2021-02-02T15:27:00Z",
        "2021-02-02T20:57-08, 2021-02-03T04:57:00Z"
    })
    void datesAreReadWithTheirOffset(String written, Instant meant) {
        assertThat(connector(", \"startDate\": \"" + written + "\"")
                        .hosting()
                        .schedule()
                        .startDate())
                .contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-02-02T20:57:50", "2021-02-02"})
    void dateThatDoesNotSayWhereIsAMistake(String written) {
        assertThat(connector(", \"startDate\": \"" + written + "\"").problems())
                .singleElement()
                .asString()
                .contains("SERVER-CONFIGURATION-400-012", CONNECTOR + "startDate", written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tomorrow\"",
                "\"2021-02-30T00:00Z\"",
                "\"2021-02-02T20:57:50Z[Europe/Berlin]\"",
                "\"1612299470647\"",
                "\"+12021-02-02T20:57:50Z\"",
                "\"0021-02-02T20:57:50Z\"",
                "-1",
                "1.5",
                "1e300",
                "253402300800000",
                "true",
                "{}"
            })
    void whatIsNoDateIsAMistake(String written) {
        assertThat(connector(", \"startDate\": " + written).problems())
                .singleElement()
                .asString()
                .contains(CONNECTOR + "startDate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            2026-01-01T00:00Z; 2026-01-01T00:00Z
            2026-01-01T00:00Z; 2026-01-01T00:30+01:00
            """)
    void connectorThatEndsBeforeItStartsIsAMistake(String start, String shutdown) {
        assertThat(connector(", \"startDate\": \"%s\", \"connectorShutdownDate\": \"%s\"".formatted(start, shutdown))
                        .problems())
                .singleElement()
                .asString()
                .contains("SERVER-CONFIGURATION-400-013", CONNECTOR + "connectorShutdownDate", CONNECTOR + "startDate");
    }

    @Test
    void allMistakesOfAConnectorAreReportedAtOnceAndStayWithIt() {
        ServerConfiguration configuration = read(
                "",
                "",
                """
                , "refreshTimeInterval": -1, "refreshSchedule": "0 0 30 2 *", "refreshTimeZone": "Europe/Entenhausen",
                "startDate": "2021-02-02", "connectorShutdownDate": "never", "restartPolicy": "automatic",
                "operationDeadlines": {"initialize": "PT0.9S", "start": 30, "refresh": "2 hours", "heartbeat": "PT9S"}
                """);

        assertThat(only(configuration).problems())
                .extracting(Message::toString)
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("-400-005 ", CONNECTOR + "refreshTimeInterval", "-1"),
                        problem ->
                                assertThat(problem).contains("-400-016 ", CONNECTOR + "refreshSchedule", "0 0 30 2 *"),
                        problem -> assertThat(problem)
                                .contains("-400-017 ", CONNECTOR + "refreshTimeZone", "Europe/Entenhausen"),
                        problem -> assertThat(problem).contains("-400-012 ", CONNECTOR + "startDate", "2021-02-02"),
                        problem ->
                                assertThat(problem).contains("-400-011 ", CONNECTOR + "connectorShutdownDate", "never"),
                        problem -> assertThat(problem)
                                .contains("-400-006 ", CONNECTOR + "restartPolicy", "automatic", "[MANUAL, AUTOMATIC]"),
                        problem -> assertThat(problem)
                                .contains("-400-005 ", CONNECTOR + "operationDeadlines.initialize", "PT1S", "PT168H"),
                        problem -> assertThat(problem)
                                .contains("-400-003 ", CONNECTOR + "operationDeadlines.start", "string", "number"),
                        problem -> assertThat(problem)
                                .contains("-400-014 ", CONNECTOR + "operationDeadlines.refresh", "2 hours"),
                        problem -> assertThat(problem)
                                .contains("-400-005 ", CONNECTOR + "operationDeadlines.heartbeat", "PT9S", "PT10S"));
        assertThat(configuration.warnings()).isEmpty();
    }

    @Test
    void valueOfAPlaceholderIsNeverToldByAMistake() {
        ConnectorConfiguration connector = connector(
                """
                , "refreshSchedule": "~{secret}~", "refreshTimeZone": "~{secret}~", "startDate": "~{secret}~",
                "restartPolicy": "~{secret}~", "operationDeadlines": {"refresh": "~{secret}~"}
                """);

        assertThat(connector.problems())
                .hasSize(5)
                .extracting(Message::toString)
                .allSatisfy(
                        problem -> assertThat(problem).contains("~{secret}~").doesNotContain("s3cr3t"));
    }

    @Test
    void nearestRestartPolicyAndEachNearestDeadlineCount() {
        HostingPolicy policy = only(read(
                        """
                        "restartPolicy": "AUTOMATIC",
                        "operationDeadlines": {"initialize": "PT1M", "start": "PT1M", "heartbeat": "PT1M"},
                        """,
                        """
                        "restartPolicy": "MANUAL", "operationDeadlines": {"start": "PT20S", "heartbeat": "PT20S"},
                        """,
                        """
                        , "operationDeadlines": {"heartbeat": "PT30S"}
                        """))
                .hosting();

        assertThat(policy.restartPolicy()).isEqualTo(RestartPolicy.MANUAL);
        assertThat(policy.deadlines())
                .isEqualTo(new OperationDeadlines(
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(20),
                        OperationDeadlines.STANDARD.refresh(),
                        Optional.of(Duration.ofSeconds(30))));
        assertThat(only(read("\"restartPolicy\": \"AUTOMATIC\",", "", ""))
                        .hosting()
                        .restartPolicy())
                .isEqualTo(RestartPolicy.AUTOMATIC);
    }

    @Test
    void mistakesOfAServiceOrOfTheDaemonAreThoseOfTheDocument() {
        ConfigurationException failure = catchThrowableOfType(
                ConfigurationException.class,
                () -> read(
                        "\"restartPolicy\": 7, \"operationDeadlines\": {\"refresh\": \"P8D\"},",
                        "\"restartPolicy\": \"SOMETIMES\", \"operationDeadlines\": [],",
                        ""));

        assertThat(failure.problems().stream().map(Message::toString))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("-400-003 $.restartPolicy"),
                        problem -> assertThat(problem).contains("-400-005 $.operationDeadlines.refresh", "P8D"),
                        problem -> assertThat(problem)
                                .contains("-400-006 $.integrationServicesConfig[0].restartPolicy", "SOMETIMES"),
                        problem -> assertThat(problem)
                                .contains("-400-003 $.integrationServicesConfig[0].operationDeadlines"));
    }

    @Test
    void whatHasNoEffectIsAWarning() {
        assertThat(warnings(
                        ", \"usesBlockingCalls\": true, \"refreshTimeInterval\": 5, \"refreshSchedule\": \"@daily\""))
                .containsExactlyInAnyOrder(
                        "SERVER-CONFIGURATION-0003 " + CONNECTOR + "refreshTimeInterval",
                        "SERVER-CONFIGURATION-0003 " + CONNECTOR + "refreshSchedule");
        assertThat(warnings(", \"usesBlockingCalls\": true, \"refreshTimeInterval\": 0"))
                .isEmpty();
        assertThat(warnings(", \"refreshTimeZone\": \"UTC\", \"refreshTimeInterval\": 5"))
                .containsExactly("SERVER-CONFIGURATION-0004 " + CONNECTOR + "refreshTimeZone");
        assertThat(warnings(", \"operationDeadlines\": {\"disconnect\": \"PT5S\"}"))
                .containsExactly("SERVER-CONFIGURATION-0001 " + CONNECTOR + "operationDeadlines.disconnect");
    }

    private List<String> warnings(String fields) {
        ServerConfiguration configuration = read("", "", fields);
        assertThat(only(configuration).problems()).isEmpty();
        return configuration.warnings().stream()
                .map(Message::toString)
                .map(text -> text.substring(0, text.indexOf(": ")))
                .collect(Collectors.toList());
    }

    private ConnectorConfiguration connector(String fields) {
        return only(read("", "", fields));
    }

    private static ConnectorConfiguration only(ServerConfiguration configuration) {
        return configuration.integrationServices().get(0).connectors().get(0);
    }

    private Optional<Duration> comparison(String top, String service, String connector) {
        ServerConfiguration configuration = read(top, service, connector);
        assertThat(configuration.warnings()).isEmpty();
        assertThat(only(configuration).problems()).isEmpty();
        return only(configuration).hosting().comparison().interval();
    }

    private ServerConfiguration read(String top, String service, String connector) {
        return reader.read(
                SERVER,
                """
                {%s "integrationServicesConfig": [{%s "integrationServiceURLMarker": "files-integrator",
                 "omagserverPlatformRootURL": "https://localhost:9443", "omagserverName": "store",
                 "integrationConnectorConfigs": [{"connectorName": "C",
                  "connection": {"connectorType": {"connectorProviderClassName": "x.Y"}} %s}]}]}
                """
                        .formatted(top, service, connector));
    }
}
