package io.openintegration.daemon.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.testing.DocumentReaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two readings of a document tell exactly what changed in between. */
class ChangedDocumentTest {

    private static final ConnectorName A = new ConnectorName("A");

    private static final String DOCUMENT =
            """
            {"localServerUserId": "npa", "integrationServicesConfig": [
              {"integrationServiceURLMarker": "files-integrator", "omagserverName": "store",
               "omagserverPlatformRootURL": "https://localhost:9443", "integrationConnectorConfigs": [
                 {"connectorId": "id1", "connectorName": "A", "refreshTimeInterval": 10,
                  "metadataSourceQualifiedName": "source", "usesBlockingCalls": false,
                  "permittedSynchronization": "FROM_THIRD_PARTY",
                  "connection": {"userId": "me", "clearPassword": "~{password}~", "securedProperties": {"key": "k"},
                    "endpoint": {"address": "/data"},
                    "configurationProperties": {"text": "x", "whole": 1, "part": 0.5, "flag": true,
                      "list": [1, {"in": ["deep"]}], "map": {"b": 1, "a": {"c": [true]}}},
                    "connectorType": {"connectorProviderClassName": "Provider"}}},
                 {"connectorName": "Broken", "refreshTimeInterval": -1}]}]}
            """;

    private final Map<String, String> settings = new HashMap<>(Map.of("password", "secret"));
    private final DocumentReader reader = DocumentReaders.of(
            new Placeholders(name -> Optional.ofNullable(settings.get(name))),
            new PlatformUrls(List.of("https://localhost:9443")));

    @Test
    void sameDocumentReadTwiceIsEqualMistakesIncluded() {
        ServerConfiguration first = read(DOCUMENT);

        assertThat(connectors(first))
                .anyMatch(connector -> !connector.problems().isEmpty());
        assertThat(read(DOCUMENT)).isEqualTo(first).hasSameHashCodeAs(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "npa | other",
                "source | other",
                "\"usesBlockingCalls\": false | \"usesBlockingCalls\": true",
                "FROM_THIRD_PARTY | TO_THIRD_PARTY",
                "\"me\" | \"you\"",
                "~{password}~ | other",
                "\"key\": \"k\" | \"key\": \"l\"",
                "/data | /other",
                "\"whole\": 1 | \"whole\": 2",
                "0.5 | 0.25",
                "\"flag\": true | \"flag\": false",
                "deep | deeper",
                "[true] | [false]",
                "\"Provider\" | \"Other\"",
                "\"refreshTimeInterval\": 10 | \"refreshTimeInterval\": -1",
            })
    void whateverALifeCanSeeMakesADifference(String written, String changed) {
        ConnectorConfiguration before = connector(read(DOCUMENT));
        ConnectorConfiguration after = connector(read(DOCUMENT.replace(written, changed)));

        assertThat(after).isNotEqualTo(before);
        assertThat(before.servesAs(after)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"id1 | id2", "\"refreshTimeInterval\": 10 | \"refreshTimeInterval\": 20"})
    void idAndScheduleMakeNoDifferenceToALife(String written, String changed) {
        ConnectorConfiguration before = connector(read(DOCUMENT));
        ConnectorConfiguration after = connector(read(DOCUMENT.replace(written, changed)));

        assertThat(after).isNotEqualTo(before);
        assertThat(before.servesAs(after)).isTrue();
    }

    @Test
    void otherValueOfAPlaceholderMakesADifference() {
        ConnectorConfiguration before = connector(read(DOCUMENT));
        settings.put("password", "changed");

        assertThat(connector(read(DOCUMENT))).isNotEqualTo(before);
    }

    @Test
    void otherOrderOfPropertiesMakesNone() {
        String other = DOCUMENT.replace("\"text\": \"x\", \"whole\": 1", "\"whole\": 1, \"text\": \"x\"")
                .replace("\"b\": 1, \"a\": {\"c\": [true]}", "\"a\": {\"c\": [true]}, \"b\": 1");

        assertThat(read(other)).isEqualTo(read(DOCUMENT));
    }

    @Test
    void otherMistakeMakesADifference() {
        assertThat(read(DOCUMENT.replace("-1", "-2"))).isNotEqualTo(read(DOCUMENT));
    }

    @Test
    void oneConnectorIsTakenOverAndNothingElse() {
        ServerConfiguration before = read(DOCUMENT);
        ServerConfiguration document =
                read(DOCUMENT.replace("/data", "/other").replace("-1", "5").replace("\"npa\"", "\"other\""));

        ServerConfiguration merged = before.withConnectorOf(document, A);

        assertThat(connectors(merged))
                .containsExactly(connector(document), connectors(before).get(1));
        assertThat(merged.serverUser()).isEqualTo(before.serverUser());
    }

    @Test
    void unchangedConnectorTakenOverMakesNoDifference() {
        ServerConfiguration before = read(DOCUMENT);

        assertThat(before.withConnectorOf(read(DOCUMENT), A)).isEqualTo(before);
    }

    @Test
    void removedConnectorIsLeftOutAndANewOneAdded() {
        ServerConfiguration both = read(DOCUMENT);
        ServerConfiguration without = read(DOCUMENT.replace("\"A\"", "\"New\""));

        assertThat(connectors(both.withConnectorOf(without, A)))
                .extracting(connector -> connector.name().value())
                .containsExactly("Broken");
        assertThat(connectors(both.withConnectorOf(without, new ConnectorName("New"))))
                .extracting(connector -> connector.name().value())
                .containsExactly("A", "Broken", "New");
    }

    @Test
    void connectorOfAnotherServiceOrMetadataServerMovesThereAlone() {
        ServerConfiguration before = read(DOCUMENT);
        ServerConfiguration document =
                read(DOCUMENT.replace("files-integrator", "database-integrator").replace("\"store\"", "\"other\""));

        ServerConfiguration merged = before.withConnectorOf(document, A);

        assertThat(merged.integrationServices())
                .extracting(IntegrationServiceConfiguration::service)
                .containsExactly(IntegrationService.FILES, IntegrationService.DATABASE);
        assertThat(merged.integrationServices())
                .extracting(service -> service.metadataServer().server())
                .containsExactly(new ServerName("store"), new ServerName("other"));
        assertThat(connectors(merged))
                .extracting(connector -> connector.name().value())
                .containsExactly("Broken", "A");
    }

    private ServerConfiguration read(String document) {
        return reader.read(new ServerName("daemon"), document);
    }

    private static List<ConnectorConfiguration> connectors(ServerConfiguration configuration) {
        return configuration.integrationServices().stream()
                .flatMap(service -> service.connectors().stream())
                .toList();
    }

    private static ConnectorConfiguration connector(ServerConfiguration configuration) {
        return connectors(configuration).get(0);
    }
}
