package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.untilAsserted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.testing.SftpHost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A landing area on another host, monitored by a connector in a plug-in as the build packs it. Each step builds on the one before. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemoteLandingAreaIT {

    private static final String SERVER = "remote-landing-area";
    private static final String V1 = "api/v1/servers/" + SERVER + "/";

    @TempDir
    private static Path host;

    private static SftpHost sftp;

    @ArquillianResource
    private URI base;

    private DaemonClient client;

    @Deployment
    static WebArchive application() {
        return DaemonWar.built();
    }

    @BeforeAll
    static void fill() throws IOException {
        sftp = new SftpHost(host);
        Files.writeString(
                Files.createDirectory(host.resolve("upload")).resolve("far-away-1.csv"), "patient,left\n4711,1.5\n");
    }

    @AfterAll
    static void end() throws IOException {
        sftp.close();
    }

    @BeforeEach
    void connect() {
        client = new DaemonClient(base);
    }

    @Test
    @Order(1)
    void connectionIsTriedInSteps() {
        client.server("POST", "cocoMDS1");
        HttpResponse<String> created = client.send("PUT", V1 + "configuration", document(), "If-None-Match", "*");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(client.server("POST", SERVER).path("relatedHTTPCode").asInt())
                .isEqualTo(200);

        JsonNode trial = client.post(V1 + "connectors/Host/connection-test", "");
        assertThat(trial.path("passed").asBoolean()).as(trial.toString()).isTrue();
        assertThat(trial.toString()).doesNotContain(SftpHost.PASSWORD);
    }

    @Test
    @Order(2)
    void filesAreCatalogued() {
        untilAsserted(() -> assertThat(client.catalogued("CSVFile", "far-away")).containsExactly("far-away-1.csv"));
    }

    @Test
    @Order(3)
    void whatComesAndGoesIsSeenByTheNextRefresh() throws IOException {
        Files.move(host.resolve("upload/far-away-1.csv"), host.resolve("upload/far-away-2.csv"));

        client.post(V1 + "connectors/refresh?wait=20", "{}");

        untilAsserted(() -> assertThat(client.catalogued("CSVFile", "far-away")).containsExactly("far-away-2.csv"));
    }

    @Test
    @Order(9)
    void daemonIsTakenAway() {
        assertThat(client.server("DELETE", SERVER).path("relatedHTTPCode").asInt())
                .isEqualTo(200);
        assertThat(client.send("DELETE", V1 + "configuration", "").statusCode()).isEqualTo(204);
    }

    private static String document() {
        return """
            {"class": "OMAGServerConfig", "localServerName": "%s", "localServerType": "Integration Daemon",
             "localServerUserId": "exchangeDL01npa", "integrationServicesConfig": [
              {"class": "IntegrationServiceConfig", "omagserverPlatformRootURL": "https://localhost:9443",
               "omagserverName": "cocoMDS1", "integrationServiceURLMarker": "files-integrator",
               "integrationConnectorConfigs": [
                {"class": "IntegrationConnectorConfig", "connectorName": "Host", "connectorUserId": "exchangeDL01npa",
                 "connection": {"class": "Connection", "connectorType": {"class": "ConnectorType",
                   "connectorProviderClassName": "io.openintegration.daemon.connectors.files.sftp.SftpDataFilesMonitorProvider"},
                   "endpoint": {"class": "Endpoint", "address": "sftp://127.0.0.1:%d/upload"},
                   "userId": "%s", "clearPassword": "%s", "configurationProperties": {"hostKeyFingerprint": "%s"}},
                 "metadataSourceQualifiedName": "Host", "permittedSynchronization": "FROM_THIRD_PARTY"}]}]}"""
                .formatted(SERVER, sftp.port(), SftpHost.USER, SftpHost.PASSWORD, sftp.fingerprint());
    }
}
