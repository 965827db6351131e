package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.CronSchedule;
import io.openintegration.daemon.configuration.HostingPolicy;
import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.OperationDeadlines;
import io.openintegration.daemon.configuration.RefreshSchedule;
import io.openintegration.daemon.configuration.RestartPolicy;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorSlot;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.LastRefresh;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.runtime.ServiceReport;
import io.openintegration.daemon.runtime.Successes;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunTrigger;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What leaves of a connector, in each form. */
class ConnectorJsonTest {

    private static final String SECRET = "s3cret";
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final RunId RUN = RunId.of("7a1c2f6e-3f0b-4a57-9a3d-0d3a3f8f2c11");
    private static final ServerName DAEMON = new ServerName("daemon");
    private static final MetadataServerRef STORE =
            new MetadataServerRef("https://localhost:9443", new ServerName("store"));

    private final ConnectorConfiguration configuration = new ConnectorConfiguration(
            Optional.empty(),
            new ConnectorName("Monitor"),
            new UserId("filesnpa"),
            new Connection(
                    "org.example.Provider",
                    Optional.of("https://user:" + SECRET + "@host/?token=" + SECRET),
                    Map.of("apiKey", SECRET, "harmless", SECRET),
                    Optional.of("user"),
                    Optional.of(SECRET),
                    Map.of("key", SECRET)),
            Optional.empty(),
            new HostingPolicy(
                    new RefreshSchedule(
                            Duration.ofMinutes(10),
                            Optional.of(CronSchedule.of("30 6 * * *", ZoneId.of("Europe/Berlin"))),
                            Optional.of(TIME),
                            Optional.of(TIME.plusSeconds(60))),
                    RestartPolicy.AUTOMATIC,
                    OperationDeadlines.STANDARD),
            false,
            PermittedSynchronization.FROM_THIRD_PARTY,
            List.of());
    private final ConnectorReport report = new ConnectorReport(
            new ConnectorSlot(DAEMON, IntegrationService.FILES, STORE, configuration),
            new ConnectorState(
                    3,
                    ConnectorStatus.WAITING,
                    TIME,
                    Optional.of(TIME),
                    Successes.of(
                            Optional.of(new LastRefresh(RUN, TIME, Duration.ofMillis(5), ReconcileReport.NOTHING))),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            TargetState.STARTED,
            Optional.of(TIME),
            Optional.empty());
    private final ServerConfiguration server = new ServerConfiguration(
            DAEMON,
            ServerType.INTEGRATION_DAEMON,
            "",
            new UserId("OMAGServer"),
            1000,
            List.of(new IntegrationServiceConfiguration(IntegrationService.FILES, STORE, List.of(configuration))),
            List.of(),
            Optional.empty(),
            List.of());
    private final List<ServiceReport> services = List.of(new ServiceReport(IntegrationService.FILES, List.of(report)));

    @Test
    void noFormShowsASecretNotEvenAResolvedOne() {
        assertThat(List.of(
                        ofGuide(services),
                        current(services),
                        ConnectorJson.of(report),
                        ActiveConfigurationJson.of(server)))
                .allSatisfy(json -> assertThat(json.toString()).doesNotContain(SECRET));
    }

    @Test
    void statusOfEgeria6IsFlatAndInItsWords() {
        JsonNode status = current(services);

        assertThat(status.path("integrationGroupSummaries")).isEmpty();
        JsonNode connector = status.at("/integrationConnectorReports/0");
        assertThat(connector.path("connectorName").asText()).isEqualTo("Monitor");
        assertThat(connector.path("connectorStatus").asText()).isEqualTo("WAITING");
        assertThat(connector.path("lastRefreshTime").asText()).isEqualTo("2026-01-02T03:04:05.678+00:00");
        assertThat(connector.path("minMinutesBetweenRefresh").asInt()).isEqualTo(10);
        assertThat(connector.path("connectorInstanceId").asText())
                .startsWith(connector.path("connectorId").asText())
                .endsWith("/3");
    }

    @Test
    void statusOfTheUsersPathHasTheWordsOfTheGuideAndBothPlaces() {
        JsonNode status = ofGuide(services);

        String top = "/integrationServiceSummaries/0/integrationConnectorReports/0/connectorStatus";
        assertThat(status.at(top).asText()).isEqualTo("RUNNING");
        assertThat(status.at("/integrationDaemonStatus" + top).asText()).isEqualTo("RUNNING");
    }

    @Test
    void scheduleDeadlinesAndRestartPolicyAreShownInTheFieldsOfADocument() {
        JsonNode active =
                ActiveConfigurationJson.of(server).at("/integrationServicesConfig/0/integrationConnectorConfigs/0");

        assertThat(List.of(active, ConnectorJson.of(report).path("configuration")))
                .allSatisfy(shown -> {
                    assertThat(shown.path("refreshTimeInterval").asInt()).isEqualTo(10);
                    assertThat(shown.path("refreshSchedule").asText()).isEqualTo("30 6 * * *");
                    assertThat(shown.path("refreshTimeZone").asText()).isEqualTo("Europe/Berlin");
                    assertThat(shown.path("startDate").asText()).isEqualTo("2026-01-02T03:04:05.678+00:00");
                    assertThat(shown.path("connectorShutdownDate").asText()).isEqualTo("2026-01-02T03:05:05.678+00:00");
                    assertThat(shown.path("restartPolicy").asText()).isEqualTo("AUTOMATIC");
                    assertThat(shown.path("operationDeadlines").toString())
                            .isEqualTo("{\"initialize\":\"PT2M\",\"start\":\"PT2M\",\"refresh\":\"PT4H\"}");
                });
    }

    @Test
    void ownApiTellsAllThatIsKnownOfAFailure() {
        Failure away = new Failure(
                MetadataMessage.SERVER_NOT_AVAILABLE.with("store", "filesnpa"), FailureOrigin.METADATA_SERVER);

        JsonNode json = ConnectorJson.of(new ReportedConnector(ConnectorStatus.FAILED)
                .failed(away, 2, Optional.of(TIME))
                .report());

        assertThat(json.path("targetState").asText()).isEqualTo("STARTED");
        assertThat(json.path("explanation").asText()).isNotBlank();
        assertThat(json.at("/failure/messageId").asText()).isEqualTo("OMAG-MULTI-TENANT-404-001");
        assertThat(json.at("/failure/origin").asText()).isEqualTo("METADATA_SERVER");
        assertThat(json.at("/failure/atFault").asText()).isEqualTo("the metadata server");
        assertThat(json.at("/failure/userAction").asText()).isNotBlank();
        assertThat(json.at("/trouble/attempts").asInt()).isEqualTo(2);
        assertThat(json.at("/trouble/nextAttempt").asText()).isEqualTo("2026-01-02T03:04:05.678+00:00");
        assertThat(json.at("/trouble/firstCause/messageId").asText()).isEqualTo("OMAG-MULTI-TENANT-404-001");
    }

    @Test
    void degradedConnectorShowsTheFirstTenProblemsAndTheNumberOfAll() {
        List<Message> problems = Stream.generate(() -> RuntimeMessage.NOT_A_PATH.with("x"))
                .limit(12)
                .toList();

        JsonNode json = ConnectorJson.of(new ReportedConnector(ConnectorStatus.WAITING)
                .worked(new ReconcileReport(0, 0, 0, 0, 0, 0, problems, 20))
                .report());

        assertThat(json.at("/degraded/problemCount").asInt()).isEqualTo(20);
        assertThat(json.at("/degraded/problems")).hasSize(10);
        assertThat(json.at("/degraded/runId").asText())
                .isEqualTo(json.path("lastSuccessfulRunId").asText())
                .isEqualTo(RUN.toString());
        assertThat(json.at("/lastRefresh/problems")).hasSize(12);
    }

    @Test
    void stuckCallIsShownWithItsStackAndARunWithItsProgress() {
        JsonNode json = ConnectorJson.of(new ReportedConnector(ConnectorStatus.REFRESHING)
                .stuck("refresh", "a.B.inner", "a.B.outer")
                .refreshing(RunTrigger.REQUEST, Optional.of(new UserId("garygeeke")))
                .report());

        assertThat(json.at("/stuck/method").asText()).isEqualTo("refresh");
        assertThat(json.at("/stuck/stack/0").asText()).isEqualTo("a.B.inner");
        assertThat(json.at("/run/id").asText()).isEqualTo(RUN.toString());
        assertThat(json.at("/run/outcome").asText()).isEqualTo("RUNNING");
        assertThat(json.at("/run/requestedBy").asText()).isEqualTo("garygeeke");
        assertThat(json.at("/run/report/created").isIntegralNumber()).isTrue();
    }

    @Test
    void connectorIdStaysTheSame() {
        assertThat(ConnectorJson.id(report)).isEqualTo(ConnectorJson.id(report)).hasSize(36);
    }

    private static JsonNode ofGuide(List<ServiceReport> services) {
        return read(StatusJson.status(
                services, new ReportTexts().ofGuide().of(DAEMON, DaemonRequests.connectors(services))));
    }

    private static JsonNode current(List<ServiceReport> services) {
        List<ConnectorReport> connectors = DaemonRequests.connectors(services);
        return read(
                CurrentStatusJson.status(connectors, new ReportTexts().current().of(DAEMON, connectors)));
    }

    /** As it is sent: texts that are kept are no trees. */
    private static JsonNode read(JsonNode answer) {
        try {
            return Json.MAPPER.readTree(answer.toString());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
