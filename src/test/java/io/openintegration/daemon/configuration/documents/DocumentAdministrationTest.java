package io.openintegration.daemon.configuration.documents;

import static io.openintegration.daemon.configuration.documents.DocumentFixture.CONNECTOR;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.SERVER;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.USER;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.connector;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.daemon;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.json;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.IntegrationService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentAdministrationTest {

    @TempDir
    Path root;

    private DocumentFixture fixture;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new DocumentFixture(root);
    }

    @Test
    void orderUnknownFieldsNumbersAndPlaceholdersSurviveAChange() throws IOException {
        fixture.given(
                """
                \uFEFF{"zebra": 1.50, "localServerName": "integration-daemon", "alpha": {"x": [1e3, null, "~{host}~"]},
                 "organizationName": "Old"}
                """);

        fixture.change(ServerEdits.set("organizationName", TextNode.valueOf("Coco")));

        assertThat(fixture.stored())
                .startsWith(
                        """
                        {
                          "zebra": 1.50,
                          "localServerName": "integration-daemon",
                          "alpha": {
                            "x": [
                              1E+3,
                              null,
                              "~{host}~"
                            ]
                          },
                          "organizationName": "Coco",
                          "auditTrail": [
                            "2026-11-23T10:00:00.000+00:00 garygeeke set organizationName"
                          ]
                        }
                        """);
    }

    @Test
    void commandForAServerWithoutADocumentCreatesOne() {
        ServerDocument document = fixture.change(ServerEdits.set("organizationName", TextNode.valueOf("Coco")));

        assertThat(document.content().path("class").asText()).isEqualTo("OMAGServerConfig");
        assertThat(document.content().path("versionId").asText()).isEqualTo("V2.0");
        assertThat(document.content().path("localServerId").asText()).hasSize(36);
        assertThat(document.content().path("localServerName").asText()).isEqualTo("integration-daemon");
        assertThat(fixture.get()).isEqualTo(document);
        assertThat(fixture.auditLog.ids()).containsExactly("SERVER-CONFIGURATION-0050");
    }

    @Test
    void inventedAuditTrailIsNotKept() throws IOException {
        fixture.given("{\"organizationName\": \"Old\"}");

        ServerDocument document =
                fixture.replace(json("{\"organizationName\": \"New\", \"auditTrail\": [\"invented\"]}"));

        assertThat(document.content().path("auditTrail")).hasSize(1);
        assertThat(document.content().toString()).doesNotContain("invented");
    }

    @Test
    void versionIsThatOfTheStoredBytes() throws IOException {
        fixture.given("{}");
        DocumentVersion before = fixture.get().version();
        fixture.given("{ }");

        assertThat(fixture.get().version()).isNotEqualTo(before);
        assertThat(fixture.get().version()).isEqualTo(fixture.get().version());
    }

    @Test
    void changeOfAnotherVersionIsRefused() {
        DocumentVersion first = fixture.change(organization("A")).version();
        fixture.change(organization("B"));

        assertThatThrownBy(() -> fixture.administration.change(
                        SERVER, USER, organization("C"), Precondition.oneOf(Set.of(first))))
                .hasMessageStartingWith("SERVER-CONFIGURATION-412-001 ");
        assertThat(fixture.get().content().path("organizationName").asText()).isEqualTo("B");
    }

    @Test
    void creationIsRefusedWhereThereIsADocument() {
        fixture.change(organization("A"));

        assertThatThrownBy(() -> fixture.administration.replace(SERVER, USER, json("{}"), Precondition.NEW))
                .hasMessageStartingWith("SERVER-CONFIGURATION-412-001 ");
        assertThatThrownBy(() -> fixture.administration.change(
                        new ServerName("other"), USER, organization("A"), Precondition.EXISTING))
                .hasMessageStartingWith("SERVER-CONFIGURATION-412-001 ");
    }

    @Test
    void ofTwoWritersOfTheSameVersionOneLoses() throws Exception {
        DocumentVersion version = fixture.change(organization("A")).version();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> races = IntStream.range(0, 8)
                    .mapToObj(writer -> (Callable<Boolean>) () -> {
                        try {
                            fixture.administration.change(
                                    SERVER,
                                    USER,
                                    organization("writer " + writer),
                                    Precondition.oneOf(Set.of(version)));
                            return true;
                        } catch (ConfigurationException lost) {
                            assertThat(lost.reason().id()).isEqualTo("SERVER-CONFIGURATION-412-001");
                            return false;
                        }
                    })
                    .toList();
            int won = 0;
            for (Future<Boolean> race : writers.invokeAll(races)) {
                won += race.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void writersWithoutAVersionAllGetTheirChangeAndReadersSeeWholeDocuments() throws Exception {
        fixture.change(organization("A"));
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> work = IntStream.range(0, 20)
                    .mapToObj(writer -> (Callable<Object>) () -> {
                        fixture.get();
                        return fixture.change(ServerEdits.set("field" + writer, TextNode.valueOf("x")));
                    })
                    .toList();
            for (Future<Object> done : writers.invokeAll(work)) {
                done.get();
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(IntStream.range(0, 20)
                        .filter(writer -> fixture.get().content().has("field" + writer)))
                .hasSize(20);
    }

    @Test
    void changeThatChangesNothingWritesNothing() throws IOException {
        DocumentVersion before = fixture.change(organization("A")).version();
        fixture.clock.advance(Duration.ofMinutes(1));

        assertThat(fixture.change(organization("A")).version()).isEqualTo(before);
        assertThat(fixture.get().content().path("auditTrail")).hasSize(1);
    }

    @Test
    void allMistakesThatAChangeWouldAddAreListedAtOnceAndNothingIsSaved() throws IOException {
        fixture.given(daemon(connector("A", "")));
        String before = fixture.stored();

        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class,
                () -> fixture.replace(
                        json(
                                """
                                {"localServerName": "other", "maxPageSize": "many", "integrationServicesConfig": [
                                  {"integrationServiceURLMarker": "files-integrator", "omagserverName": "store",
                                   "omagserverPlatformRootURL": "https://localhost:9443",
                                   "integrationConnectorConfigs": [
                                     {"connectorName": "A", "refreshTimeInterval": -1, "connection": {}}]}]}
                                """)));

        assertThat(refused).hasMessageStartingWith("SERVER-CONFIGURATION-400-050 ");
        assertThat(problems(refused))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("$.localServerName"),
                        problem -> assertThat(problem).contains("$.maxPageSize"),
                        problem -> assertThat(problem)
                                .contains("integrationConnectorConfigs[0].refreshTimeInterval", "-1"),
                        problem -> assertThat(problem).contains("connectorProviderClassName"));
        assertThat(refused.problems())
                .allSatisfy(problem -> assertThat(DocumentProblem.path(problem)).startsWith("$."));
        assertThat(fixture.stored()).isEqualTo(before);
    }

    @Test
    void mistakesThatWereThereDoNotKeepFromMendingSomethingElse() throws IOException {
        fixture.given(
                daemon("{\"connectorName\": \"Bad\"}, {\"connectorName\": \"A\", \"refreshTimeInterval\": \"often\"}"));

        fixture.change(ConnectorEdits.put("files-integrator", CONNECTOR, json(connector("A", ""))));
        fixture.change(organization("Coco"));

        assertThatThrownBy(() -> fixture.change(ServerEdits.set("maxPageSize", TextNode.valueOf("x"))))
                .isInstanceOfSatisfying(ConfigurationException.class, refused -> assertThat(problems(refused))
                        .singleElement()
                        .asString()
                        .contains("$.maxPageSize"));
    }

    @Test
    void mistakeStaysTheSameWhenItsConnectorMovesUp() throws IOException {
        fixture.given(daemon(connector("A", "") + ", {\"connectorName\": \"Bad\"}"));

        fixture.change(ConnectorEdits.remove(CONNECTOR));

        assertThat(ConnectorSections.connector(fixture.get().content(), CONNECTOR))
                .isEmpty();
    }

    @Test
    void secondMistakeOfTheSameKindCounts() throws IOException {
        fixture.given(daemon(connector("A", "") + "," + connector("A", "")));

        assertThatThrownBy(() -> fixture.replace(
                        json(daemon(connector("A", "") + "," + connector("A", "") + "," + connector("A", "")))))
                .hasMessageContaining("SERVER-CONFIGURATION-400-008");
    }

    @Test
    void documentThatIsNoJsonCanBeReplacedButNotEdited() throws IOException {
        fixture.given("{\"localServerName\": ");

        assertThatThrownBy(() -> fixture.change(organization("A")))
                .hasMessageStartingWith("SERVER-CONFIGURATION-400-001 ")
                .hasMessageContaining("SERVER-CONFIGURATION-400-002");
        fixture.replace(json(daemon("")));

        assertThat(fixture.get().content().path("localServerName").asText()).isEqualTo("integration-daemon");
        assertThat(fixture.administration.revisions(SERVER, USER)).hasSize(2);
    }

    @Test
    void trailIsBoundedAndNotRewrittenByAnotherDocument() {
        for (int change = 0; change < ChangeTrail.LONGEST + 5; change++) {
            fixture.change(organization("O" + change));
        }
        assertThat(fixture.get().content().path("auditTrail")).hasSize(ChangeTrail.LONGEST);

        fixture.replace(json("{\"auditTrail\": [\"forged\"], \"organizationName\": \"New\"}"));

        assertThat(fixture.get().content().path("auditTrail"))
                .hasSize(ChangeTrail.LONGEST)
                .noneMatch(entry -> entry.asText().equals("forged"))
                .last()
                .asString()
                .contains("garygeeke replaced the whole document");
    }

    @Test
    void trailNeverTellsAValue() {
        fixture.change(ServerEdits.set("localServerPassword", TextNode.valueOf("s3cr3t")));

        assertThat(fixture.get().content().path("auditTrail").toString())
                .contains("set localServerPassword")
                .doesNotContain("s3cr3t");
        assertThat(fixture.auditLog.entries())
                .noneMatch(entry -> entry.message().text().contains("s3cr3t"));
    }

    @Test
    void unknownServerIsSaidToBeUnknown() {
        ServerName nobody = new ServerName("nobody");

        assertThatThrownBy(() -> fixture.administration.get(nobody, USER))
                .hasMessageStartingWith("SERVER-CONFIGURATION-404-001 ");
        assertThatThrownBy(() -> fixture.administration.delete(nobody, USER, Precondition.NONE))
                .hasMessageStartingWith("SERVER-CONFIGURATION-404-001 ");
        assertThatThrownBy(() -> fixture.administration.revisions(nobody, USER))
                .hasMessageStartingWith("SERVER-CONFIGURATION-404-001 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "..",
                ".",
                ".hidden",
                "a/b",
                "a\\b",
                "a\u0000b",
                "a\nb",
                "a..b",
                "a.",
                " a",
                "a ",
                "ä",
                "platform",
                "PLATFORM",
                "COCOMDS1",
                "~x",
                "a:b"
            })
    void nameThatCannotBeAFilesIsRefused(String name) throws IOException {
        Files.writeString(fixture.documents.resolve("cocoMDS1.json"), "{}");

        assertThatThrownBy(() ->
                        fixture.administration.change(new ServerName(name), USER, organization("A"), Precondition.NONE))
                .hasMessageStartingWith("SERVER-CONFIGURATION-400-051 ");
        assertThat(fixture.administration
                        .check(new ServerName(name), json("{}"))
                        .mistakes())
                .as("a dry run tells the same")
                .singleElement()
                .asString()
                .contains("SERVER-CONFIGURATION-400-051");
        assertThat(fixture.administration.servers()).hasSize(1);
    }

    @Test
    void overlongNameIsRefused() {
        assertThatThrownBy(() -> fixture.administration.change(
                        new ServerName("a".repeat(101)), USER, organization("A"), Precondition.NONE))
                .hasMessageStartingWith("SERVER-CONFIGURATION-400-051 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Daemon 2", "x.y-z_1", "_", "7"})
    void ordinaryNamesAreFine(String name) {
        fixture.administration.change(new ServerName(name), USER, organization("A"), Precondition.NEW);

        assertThat(fixture.administration.servers()).containsExactly(new ServerName(name));
    }

    @Test
    void dryRunFindsEverythingAndChangesNothing() throws IOException {
        fixture.given(daemon(connector("A", ", \"clearPassword\": \"s3cr3t\"")));
        String before = fixture.stored();

        assertThat(fixture.administration
                        .check(
                                SERVER,
                                json(daemon(connector(
                                        "A", ", \"clearPassword\": \"********\", \"userId\": \"********\", \"x\": 1"))))
                        .mistakes())
                .singleElement()
                .asString()
                .contains("SERVER-CONFIGURATION-400-052", "connection.userId");
        assertThat(fixture.administration.check(SERVER, json("{\"x\": 1}")).warnings())
                .hasSize(1);
        assertThat(fixture.stored()).isEqualTo(before);
    }

    @Test
    void documentForAStartHasTheStoredSecretsWhereItHasMasks() throws IOException {
        fixture.given(daemon(connector("A", ", \"clearPassword\": \"s3cr3t\"")));
        String before = fixture.stored();

        ServerConfiguration configuration = fixture.administration.read(
                SERVER, json(daemon(connector("A", ", \"clearPassword\": \"********\", \"userId\": \"other\""))));

        assertThat(configuration.integrationServices().get(0).connectors())
                .singleElement()
                .satisfies(connector -> {
                    assertThat(connector.connection().clearPassword()).contains("s3cr3t");
                    assertThat(connector.connection().userId()).contains("other");
                });
        assertThat(fixture.stored()).isEqualTo(before);
    }

    @Test
    void documentForAStartIsRefusedWithAllMistakesWhereAMaskStandsForNothing() throws IOException {
        fixture.given(daemon(connector("A", ", \"clearPassword\": \"s3cr3t\", \"endpoint\": {\"address\": \"good\"}")));

        assertThat(
                        catchThrowableOfType(
                                ConfigurationException.class,
                                () -> fixture.administration.read(
                                        SERVER,
                                        json(
                                                """
                                        {"maxPageSize": "many", "localServerPassword": "********", "integrationServicesConfig": [%s]}
                                        """
                                                        .formatted(
                                                                DocumentFixture.service(
                                                                        "files-integrator",
                                                                        connector(
                                                                                "A",
                                                                                ", \"clearPassword\": \"********\", \"endpoint\": {\"address\": \"evil\"}")))))))
                .hasMessageStartingWith("SERVER-CONFIGURATION-400-001 ")
                .extracting(DocumentFixture::problems, Assertions.as(InstanceOfAssertFactories.list(String.class)))
                .satisfiesExactly(
                        password ->
                                assertThat(password).startsWith("SERVER-CONFIGURATION-400-052 $.localServerPassword"),
                        moved -> assertThat(moved)
                                .startsWith("SERVER-CONFIGURATION-400-060 ")
                                .contains("endpoint.address"),
                        size -> assertThat(size).contains("$.maxPageSize"));
    }

    @Test
    void documentForTheStartOfANewServerHasNoMasks() {
        assertThat(catchThrowableOfType(
                        ConfigurationException.class,
                        () -> fixture.administration.read(
                                new ServerName("new"), json("{\"localServerPassword\": \"********\"}"))))
                .hasMessageStartingWith("SERVER-CONFIGURATION-400-001 ")
                .hasMessageContaining("SERVER-CONFIGURATION-400-052 ");
    }

    @Test
    void daemonIsBuiltCommandByCommand() {
        fixture.change(organization("Coco"));
        fixture.change(
                ServiceEdits.put(
                        IntegrationService.FILES,
                        json(
                                """
                        {"class": "IntegrationServiceRequestBody", "omagserverPlatformRootURL": "https://localhost:9443",
                         "omagserverName": "store", "integrationConnectorConfigs": []}
                        """)));
        ServerDocument document = fixture.change(ConnectorEdits.put(
                "files-integrator",
                CONNECTOR,
                json("{\"connection\": {\"connectorType\":" + " {\"connectorProviderClassName\": \"x.Y\"}}}")));

        assertThat(ConnectorSections.service(document.content(), "files-integrator"))
                .get()
                .satisfies(service -> {
                    assertThat(service.path("class").asText()).isEqualTo("IntegrationServiceConfig");
                    assertThat(service.path("integrationServiceId").asInt()).isEqualTo(4005);
                    assertThat(service.path("integrationConnectorConfigs")).hasSize(1);
                });
        assertThat(fixture.administration.check(SERVER, document.content()).mistakes())
                .isEmpty();
    }

    private static DocumentEdit organization(String name) {
        return ServerEdits.set("organizationName", TextNode.valueOf(name));
    }
}
