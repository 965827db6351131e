package io.openintegration.daemon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The plug-ins as the build packs them, in a server whose application does not have them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PluginsIT {

    @ArquillianResource
    private URI base;

    @Deployment
    static WebArchive application() {
        return DaemonWar.built();
    }

    @Test
    void applicationIsWithoutThePluginsAndTheServerHasTheirConnectors() {
        assertThat(DaemonWar.built().getContent().keySet())
                .extracting(path -> path.get())
                .noneMatch(path -> path.contains("/files/s3/") || path.contains("/files/sftp/"))
                .noneMatch(path -> path.contains("/lineage/kafka/"))
                .noneMatch(
                        path -> path.contains("sshd") || path.contains("sdk-core") || path.contains("kafka-clients"));

        JsonNode types = new DaemonClient(base).get("api/v1/connector-types").path("connectorTypes");

        assertThat(StreamSupport.stream(types.spliterator(), false).map(JsonNode::toString))
                .anyMatch(type -> type.contains("connectors.files.s3.S3DataFilesMonitorProvider"))
                .anyMatch(type -> type.contains("connectors.files.s3.S3DataFolderMonitorProvider"))
                .anyMatch(type -> type.contains("connectors.files.sftp.SftpDataFilesMonitorProvider"))
                .anyMatch(type -> type.contains("connectors.files.sftp.SftpDataFolderMonitorProvider"))
                .anyMatch(type -> type.contains("connectors.lineage.kafka.OpenLineageKafkaReceiverProvider"));
    }
}
