package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.json;
import static io.openintegration.daemon.it.DaemonClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every path by which lineage events come in, each with an event of its own that is found in the catalogue afterwards. Played on a daemon
 * of its own, which goes at the end.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LineageEventsIT {

    private static final String SERVER = "lineage-daemon";
    private static final String V1 = "api/v1/servers/" + SERVER + "/";
    private static final String PUBLISH =
            "servers/" + SERVER + "/open-metadata/integration-daemon/publish-open-lineage-event";

    @ArquillianResource
    private URI base;

    private DaemonClient client;

    @Deployment
    static WebArchive application() {
        return DaemonWar.built();
    }

    @BeforeEach
    void connect() {
        client = new DaemonClient(base);
    }

    @Test
    @Order(1)
    void daemonWithALineageIntegratorIsStarted() {
        assertThat(client.send(
                                "PUT",
                                V1 + "configuration",
                                document(),
                                "If-None-Match",
                                "*",
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(201);
        assertThat(client.server("POST", "cocoMDS1").path("relatedHTTPCode").asInt())
                .isEqualTo(200);
        assertThat(client.server("POST", SERVER).path("relatedHTTPCode").asInt())
                .isEqualTo(200);
        until(() -> status("OpenLineage").equals("WAITING"));
    }

    @Test
    @Order(2)
    void wronglyTypedConnectorOfTheLineageIntegratorFails() {
        until(() -> status("Files").equals("CONFIG_FAILED"));

        assertThat(client.get(V1 + "connectors/Files").path("failure").toString())
                .contains(
                        "OMIS-LINEAGE-INTEGRATOR-400-001",
                        "Lineage Integrator OMIS",
                        "io.openintegration.daemon.spi.LineageIntegratorConnector");
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource({
        "api/v1/lineage, application/json, by-default",
        "api/v1/servers/lineage-daemon/lineage, application/json, by-one-daemon",
    })
    void eventByOurOwnApiIsAcceptedAndCatalogued(String path, String type, String job) {
        HttpResponse<String> answer = client.send("POST", path, event(job), "Content-Type", type);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("accepted").asInt()).isEqualTo(1);
        awaitCatalogued(job);
    }

    @Test
    @Order(4)
    void batchIsAcceptedAndCataloguedWhole() {
        JsonNode answer =
                client.post("api/v1/lineage/batch", "[" + event("by-batch-1") + "," + event("by-batch-2") + "]");

        assertThat(answer.path("accepted").asInt()).isEqualTo(2);
        awaitCatalogued("by-batch-1");
        awaitCatalogued("by-batch-2");
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource({
        "'', application/json, as-egeria-6",
        "'', text/plain;charset=UTF-8, as-egeria-6-text",
        "?delegatingUserId=garygeeke, application/json, as-egeria-6-delegating",
    })
    void eventAsEgeria6PublishesItIsAcceptedAndCatalogued(String query, String type, String job) {
        HttpResponse<String> answer = client.send("POST", PUBLISH + query, event(job), "Content-Type", type);

        assertThat(json(answer).path("class").asText()).as(answer.body()).isEqualTo("VoidResponse");
        assertThat(json(answer).path("relatedHTTPCode").asInt()).isEqualTo(200);
        awaitCatalogued(job);
    }

    @Test
    @Order(6)
    void eventOfAnExcludedJobIsAnsweredAsAnyOtherAndNotCatalogued() {
        assertThat(client.post("api/v1/lineage", event("scratch-1"))
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.post("api/v1/lineage", event("after-it"))
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);

        awaitCatalogued("after-it");
        until(() -> !client.audited(SERVER, "OPEN-LINEAGE-CONNECTORS-0103").isEmpty());
        assertThat(client.catalogued("Process", "scratch-1")).isEmpty();
    }

    @Test
    @Order(7)
    void daemonGoes() {
        assertThat(client.server("DELETE", SERVER).path("relatedHTTPCode").asInt())
                .isEqualTo(200);
        String tag = client.send("GET", V1 + "configuration", "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(client.send("DELETE", V1 + "configuration", "", "If-Match", tag)
                        .statusCode())
                .isEqualTo(204);
    }

    private void awaitCatalogued(String job) {
        until(() -> client.catalogued("Process", job).contains(job));
    }

    private String status(String connector) {
        return client.get(V1 + "connectors/" + connector).path("status").asText();
    }

    private static String event(String job) {
        return """
            {"eventType": "COMPLETE", "eventTime": "2026-01-31T12:00:00.000Z", "run": {"runId": "%1$s-run"},
             "job": {"namespace": "demo", "name": "%1$s"}, "inputs": [], "outputs": [], "producer": "https://example.org",
             "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json"}"""
                .formatted(job);
    }

    private static String document() {
        return """
            {"class": "OMAGServerConfig", "localServerName": "%s", "localServerType": "Integration Daemon",
             "localServerUserId": "exchangeDL01npa", "integrationServicesConfig": [
              {"class": "IntegrationServiceConfig", "omagserverPlatformRootURL": "https://localhost:9443",
               "omagserverName": "cocoMDS1", "integrationServiceURLMarker": "lineage-integrator",
               "integrationConnectorConfigs": [%s, %s]}]}"""
                .formatted(
                        SERVER,
                        connector(
                                "OpenLineage",
                                "io.openintegration.daemon.connectors.lineage.OpenLineageMonitorProvider",
                                "\"excludeJobs\": [\"scratch-*\"]"),
                        connector("Files", "io.openintegration.daemon.connectors.files.DataFilesMonitorProvider", ""));
    }

    private static String connector(String name, String provider, String properties) {
        return """
            {"class": "IntegrationConnectorConfig", "connectorName": "%s", "connectorUserId": "exchangeDL01npa",
             "connection": {"class": "Connection", "connectorType": {"class": "ConnectorType",
               "connectorProviderClassName": "%s"}, "configurationProperties": {%s}},
             "metadataSourceQualifiedName": "%s", "permittedSynchronization": "FROM_THIRD_PARTY"}"""
                .formatted(name, provider, properties, name);
    }
}
