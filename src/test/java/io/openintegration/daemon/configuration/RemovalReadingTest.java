package io.openintegration.daemon.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.RemovalPolicy.DeleteMethod;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.testing.DocumentReaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents say of removals. */
class RemovalReadingTest {

    private static final String CONNECTOR = "$.integrationServicesConfig[0].integrationConnectorConfigs[0].";

    private final DocumentReader reader = DocumentReaders.of(
            new Placeholders(name -> Optional.of("s3cr3t")), new PlatformUrls(List.of("https://localhost:9443")));

    @Test
    void documentThatSaysNothingMeansTheDefaults() {
        assertThat(policy("", "", "", ""))
                .isEqualTo(new RemovalPolicy(true, DeleteMethod.ARCHIVE, new RemovalLimits(50, 10, Duration.ZERO)));
    }

    @Test
    void nearestOfEachFieldCounts() {
        RemovalPolicy policy = policy(
                """
                "removal": {"maximumShare": 20, "minimumItems": 5, "minimumAgeMinutes": 60},
                """,
                """
                "removal": {"minimumItems": 7, "minimumAgeMinutes": 30},
                """,
                """
                , "removal": {"minimumAgeMinutes": 0}
                """,
                "");

        assertThat(policy.limits()).isEqualTo(new RemovalLimits(20, 7, Duration.ZERO));
    }

    @Test
    void mistakesAreNamedWithTheirPlace() {
        ConnectorConfiguration connector = connector(
                "",
                "",
                """
                , "removal": {"maximumShare": 0, "minimumItems": 0, "minimumAgeMinutes": "long"}
                """,
                "");

        assertThat(connector.problems())
                .extracting(Message::toString)
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .contains("-400-005 ", CONNECTOR + "removal.maximumShare", "1 to 100"),
                        problem -> assertThat(problem).contains("-400-005 ", CONNECTOR + "removal.minimumItems"),
                        problem -> assertThat(problem).contains("-400-003 ", CONNECTOR + "removal.minimumAgeMinutes"));
    }

    @Test
    void unknownFieldIsAWarning() {
        assertThat(read("\"removal\": {\"maximalShare\": 3},", "", "", "").warnings())
                .extracting(Message::toString)
                .singleElement()
                .asString()
                .contains("SERVER-CONFIGURATION-0001", "$.removal.maximalShare");
    }

    @ParameterizedTest
    @CsvSource({"false, false", "'\"false\"', false", "'\"No\"', false", "true, true", "'\"yes\"', true", "'\"\"', true"
    })
    void allowCatalogDeleteIsReadAsEgeriaWritesItAndAsAFlag(String written, boolean allowed) {
        assertThat(policy("", "", "", "\"allowCatalogDelete\": " + written).allowed())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"PURGE, PURGE", "purge, PURGE", "ARCHIVE, ARCHIVE", "SOFT_DELETE, ARCHIVE", "LOOK_FOR_LINEAGE, ARCHIVE"
    })
    void deleteMethodIsReadInEgeriasSpellings(String written, DeleteMethod meant) {
        assertThat(policy("", "", "", "\"deleteMethod\": \"" + written + "\"").method())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"DELETE\"", "\"OTHER\"", "7", "\"~{secret}~\""})
    void anotherDeleteMethodIsAMistake(String written) {
        assertThat(connector("", "", "", "\"deleteMethod\": " + written).problems())
                .singleElement()
                .asString()
                .contains(
                        "-400-006 ",
                        CONNECTOR + "connection.configurationProperties.deleteMethod",
                        written.replace("\"", ""))
                .doesNotContain("s3cr3t");
    }

    @Test
    void otherLimitsNeedNoRestartOfTheConnectorButAnotherMethodDoes() {
        ConnectorConfiguration before = connector("", "", "", "");

        assertThat(before.servesAs(connector("\"removal\": {\"maximumShare\": 3},", "", "", "")))
                .isTrue();
        assertThat(before.servesAs(connector("", "", "", "\"deleteMethod\": \"PURGE\"")))
                .isFalse();
    }

    private RemovalPolicy policy(String top, String service, String connector, String properties) {
        ConnectorConfiguration read = connector(top, service, connector, properties);
        assertThat(read.problems()).isEmpty();
        return read.hosting().removal();
    }

    private ConnectorConfiguration connector(String top, String service, String connector, String properties) {
        return read(top, service, connector, properties)
                .integrationServices()
                .get(0)
                .connectors()
                .get(0);
    }

    private ServerConfiguration read(String top, String service, String connector, String properties) {
        return reader.read(
                new ServerName("daemon"),
                """
                {%s "integrationServicesConfig": [{%s "integrationServiceURLMarker": "files-integrator",
                 "omagserverPlatformRootURL": "https://localhost:9443", "omagserverName": "store",
                 "integrationConnectorConfigs": [{"connectorName": "C",
                  "connection": {"connectorType": {"connectorProviderClassName": "x.Y"},
                   "configurationProperties": {%s}} %s}]}]}
                """
                        .formatted(top, service, properties, connector));
    }
}
