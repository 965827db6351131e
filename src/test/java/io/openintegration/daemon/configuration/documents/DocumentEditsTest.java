package io.openintegration.daemon.configuration.documents;

import static io.openintegration.daemon.configuration.documents.DocumentFixture.CONNECTOR;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.connector;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.json;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.list;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentEditsTest {

    private final ObjectNode document = json("{\"integrationServicesConfig\": ["
            + service("files-integrator", connector("A", "") + "," + connector("B", "")) + ","
            + service("database-integrator", "") + "]}");

    @Test
    void serviceTakesThePlaceOfItsSectionAndLeavesTheOthers() {
        make(ServiceEdits.put(
                IntegrationService.FILES, json("{\"class\": \"IntegrationServiceRequestBody\", \"later\": 1}")));

        assertThat(document.path("integrationServicesConfig")).hasSize(2);
        ObjectNode files = ConnectorSections.requireService(document, "files-integrator");
        assertThat(files.path("class").asText()).isEqualTo("IntegrationServiceConfig");
        assertThat(files.path("later").asInt()).isEqualTo(1);
        assertThat(files.has("integrationConnectorConfigs")).isFalse();
        assertThatThrownBy(() -> make(ServiceEdits.put(
                        IntegrationService.FILES, json("{\"integrationServiceURLMarker\": \"lineage-integrator\"}"))))
                .hasMessageStartingWith("SERVER-CONFIGURATION-400-057 ");
    }

    @Test
    void servicesAreRemovedAndTheDocumentStaysADaemons() {
        make(ServiceEdits.remove("files-integrator"));
        assertThat(document.path("integrationServicesConfig")).hasSize(1);

        make(ServiceEdits.removeAll());

        assertThat(document.path("integrationServicesConfig").isArray()).isTrue();
        assertThat(document.path("integrationServicesConfig")).isEmpty();
    }

    @Test
    void connectorMovesToTheServiceItIsPutInto() {
        make(ConnectorEdits.put("database-integrator", CONNECTOR, json("{\"refreshTimeInterval\": 5}")));

        assertThat(ConnectorSections.connector(document, "files-integrator", CONNECTOR))
                .isEmpty();
        assertThat(ConnectorSections.connector(document, "database-integrator", CONNECTOR))
                .contains(json("{\"refreshTimeInterval\": 5, \"connectorName\": \"A\"}"));
    }

    @Test
    void connectorKeepsItsPlaceInItsService() {
        make(ConnectorEdits.put("files-integrator", CONNECTOR, json(connector("A", ", \"userId\": \"u\""))));

        assertThat(document.at("/integrationServicesConfig/0/integrationConnectorConfigs/0/connection/userId")
                        .asText())
                .isEqualTo("u");
    }

    @Test
    void connectorCannotBeRenamedInPassingNorGoWhereThereIsNoService() {
        assertThatThrownBy(() ->
                        make(ConnectorEdits.put("files-integrator", CONNECTOR, json("{\"connectorName\": \"Z\"}"))))
                .hasMessageStartingWith("SERVER-CONFIGURATION-400-056 ");
        assertThatThrownBy(() -> make(ConnectorEdits.put("lineage-integrator", CONNECTOR, json("{}"))))
                .hasMessageStartingWith("SERVER-CONFIGURATION-404-002 ");
        make(ConnectorEdits.remove(CONNECTOR));
        assertThatThrownBy(() -> make(ConnectorEdits.remove(CONNECTOR)))
                .hasMessageStartingWith("SERVER-CONFIGURATION-404-003 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"a": 1, "b": {"c": 2, "d": 3}} | {"b": {"c": null, "e": 4}, "a": null} | {"b": {"d": 3, "e": 4}}
                    {"a": 1}                        | {"a": {"b": {"c": null}}}             | {"a": {"b": {}}}
                    {"a": {"b": 1}}                 | {"a": [1]}                            | {"a": [1]}
                    """)
    void mergePatchFollowsItsStandard(String target, String patch, String merged) {
        ObjectNode patched = json(target);
        MergePatch.apply(patched, json(patch));

        assertThat(patched).isEqualTo(json(merged));
    }

    @Test
    void flatMergeReplacesWholeValues() {
        ObjectNode target = json("{\"a\": {\"x\": 1}, \"b\": 2, \"c\": 3}");

        MergePatch.applyFlat(target, json("{\"a\": {\"y\": 1}, \"b\": null}"));

        assertThat(target).isEqualTo(json("{\"a\": {\"y\": 1}, \"c\": 3}"));
    }

    @Test
    void propertiesAreMadeWhereThereAreNone() {
        make(ConnectorEdits.properties(CONNECTOR, properties -> properties.put("a", 1)));

        assertThat(ConnectorEdits.shownPropertiesOf(document, CONNECTOR)).isEqualTo(json("{\"a\": 1}"));
    }

    @Test
    void endpointIsChangedInTheFieldThatHoldsIt() {
        for (String field : new String[] {"address", "networkAddress"}) {
            make(ConnectorEdits.connection(CONNECTOR, json("{\"endpoint\": {\"" + field + "\": \"old\"}}")));
            make(ConnectorEdits.endpoint(CONNECTOR, "new"));

            assertThat(ConnectorSections.requireConnector(document, CONNECTOR).at("/connection/endpoint"))
                    .isEqualTo(json("{\"" + field + "\": \"new\"}"));
        }
    }

    @Test
    void connectionWithoutAnEndpointSaysSo() {
        assertThatThrownBy(() -> make(ConnectorEdits.endpoint(CONNECTOR, "new")))
                .hasMessageStartingWith("SERVER-CONFIGURATION-400-059 ");
    }

    @Test
    void whatIsOfTheWrongKindIsNotOverwritten() {
        ObjectNode odd = json("{\"integrationServicesConfig\": 7}");

        assertThatThrownBy(() -> ServiceEdits.put(IntegrationService.FILES, json("{}"))
                        .change()
                        .accept(odd))
                .hasMessageStartingWith("SERVER-CONFIGURATION-400-058 ");
    }

    @Test
    void basicPropertiesAreSetTogetherAndOthersLeft() {
        make(ServerEdits.basic(json("{\"organizationName\": \"Coco\", \"auditTrail\": [], \"maxPageSize\": 5}")));

        assertThat(document.path("organizationName").asText()).isEqualTo("Coco");
        assertThat(document.path("maxPageSize").asInt()).isEqualTo(5);
        assertThat(document.has("auditTrail")).isFalse();
        make(ServerEdits.set("organizationName", TextNode.valueOf("")));
        assertThat(document.has("organizationName")).isFalse();
    }

    @Test
    void destinationsAreKnownByTheirNames() {
        make(DestinationEdits.add(DestinationConnections.standard()));
        make(DestinationEdits.add(DestinationConnections.console(list("[\"Error\"]"))));
        make(DestinationEdits.add(DestinationConnections.files(Optional.of("logs"), list("[]"))));

        assertThat(DestinationEdits.of(document)).hasSize(2);
        assertThat(DestinationEdits.of(document).get(0).at("/configurationProperties/supportedSeverities"))
                .isEqualTo(list("[\"Error\"]"));
        make(DestinationEdits.update("Console", json("{\"qualifiedName\": \"Other\"}")));
        make(DestinationEdits.remove("Files in logs"));
        assertThat(DestinationEdits.of(document))
                .containsExactly(json("{\"class\": \"Connection\", \"qualifiedName\": \"Other\"}"));
        assertThatThrownBy(() -> make(DestinationEdits.remove("Console")))
                .hasMessageStartingWith("SERVER-CONFIGURATION-404-005 ");
    }

    @Test
    void destinationsAreConnectionsInEgeriasForm() {
        assertThat(DestinationConnections.topic(Optional.of("t"), list("[\"Error\"]")))
                .isEqualTo(
                        json(
                                """
                                {"class": "VirtualConnection", "qualifiedName": "Event topic t", "displayName": "Event topic t",
                                 "connectorType": {"class": "ConnectorType", "connectorProviderClassName":
                                 "org.odpi.openmetadata.adapters.repositoryservices.auditlogstore.eventtopic.EventTopicAuditLogStoreProvider"},
                                 "configurationProperties": {"supportedSeverities": ["Error"]},
                                 "embeddedConnections": [{"class": "EmbeddedConnection", "position": 0, "embeddedConnection":
                                  {"class": "Connection", "connectorType": {"class": "ConnectorType",
                                   "connectorProviderClassName":
                                   "org.odpi.openmetadata.adapters.eventbus.topic.kafka.KafkaOpenMetadataTopicProvider"},
                                   "endpoint": {"class": "Endpoint", "address": "t"}}}]}
                                """));
        assertThat(DestinationConnections.standard().at("/configurationProperties/supportedSeverities"))
                .hasSize(11);
    }

    private void make(DocumentEdit edit) {
        edit.change().accept(document);
    }
}
