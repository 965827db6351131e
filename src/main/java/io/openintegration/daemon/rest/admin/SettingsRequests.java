package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.documents.ConnectorEdits;
import io.openintegration.daemon.configuration.documents.Precondition;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ConnectorSettings;
import io.openintegration.daemon.platform.PropertiesChange;
import io.openintegration.daemon.platform.PropertiesChange.Manner;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.rest.CurrentRequest;
import io.openintegration.daemon.rest.Json;
import io.openintegration.daemon.rest.RejectedRequestException;
import io.openintegration.daemon.spi.ConnectorName;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What Egeria's families ask about the settings of connectors; the daemon has to be started, as in Egeria. */
@Dependent
public class SettingsRequests {

    private static final String CONNECTOR = "connectorName";
    private static final String MERGE = "mergeUpdate";
    private static final String PROPERTIES = "configurationProperties";

    @Inject
    private ConnectorSettings settings;

    @Inject
    private DocumentRequests documents;

    @Inject
    private CurrentRequest current;

    @EJB
    private ServerRegistry servers;

    /** A connector's configuration properties; where a service's marker is given, it has to be in that service. */
    String shown(String server, Optional<String> marker, String connector) {
        ObjectNode document = document(server);
        ConnectorName name = ConnectorOfService.require(document, server, marker, connector);
        return current.ok("PropertiesResponse")
                .set("properties", ConnectorEdits.shownPropertiesOf(document, name))
                .toString();
    }

    /** Changes what a ConnectorConfigPropertiesRequestBody asks for. */
    String change(String server, Optional<String> marker, InputStream body) {
        ObjectNode given = AdminBody.object(body, "a ConnectorConfigPropertiesRequestBody");
        AdminBody.requireKnown(given, List.of(CONNECTOR, MERGE, PROPERTIES));
        PropertiesChange change = new PropertiesChange(properties(given), flag(given) ? Manner.MERGE : Manner.REPLACE);
        settings.properties(
                new ServerName(server),
                current.user(),
                connectors(document(server), server, marker, given),
                change,
                Precondition.EXISTING);
        return done();
    }

    String endpoint(String server, String connector, String address) {
        settings.endpoint(
                new ServerName(server), current.user(), known(server, connector), address, Precondition.EXISTING);
        return done();
    }

    String connection(String server, String connector, ObjectNode connection) {
        settings.connection(
                new ServerName(server), current.user(), known(server, connector), connection, Precondition.EXISTING);
        return done();
    }

    /** 2.7 means all connectors of the service where none is named; later generations have no such service. */
    private static List<ConnectorName> connectors(
            ObjectNode document, String server, Optional<String> marker, ObjectNode given) {
        if (given.hasNonNull(CONNECTOR)) {
            return List.of(ConnectorOfService.require(document, server, marker, AdminBody.text(given, CONNECTOR)));
        }
        return marker.map(service -> ConnectorOfService.all(document, server, service))
                .orElseThrow(() -> new RejectedRequestException(
                        MetadataMessage.MISSING_VALUE.with(CONNECTOR, "updateConfigurationProperties")));
    }

    private ConnectorName known(String server, String connector) {
        return ConnectorOfService.require(document(server), server, Optional.empty(), connector);
    }

    private ObjectNode document(String server) {
        servers.requireDaemon(new ServerName(server), current.user());
        return documents.get(server).content();
    }

    private static boolean flag(ObjectNode given) {
        JsonNode merge = given.path(MERGE);
        if (merge.isMissingNode() || merge.isNull() || merge.isBoolean()) {
            return merge.asBoolean();
        }
        throw new RejectedRequestException(AdminMessage.WRONG_FIELD.with(MERGE, "true or false"));
    }

    private static ObjectNode properties(ObjectNode given) {
        JsonNode properties = given.path(PROPERTIES);
        if (properties instanceof ObjectNode object) {
            return object;
        }
        if (properties.isMissingNode() || properties.isNull()) {
            return Json.object();
        }
        throw new RejectedRequestException(AdminMessage.WRONG_FIELD.with(PROPERTIES, "a JSON object"));
    }

    private String done() {
        return current.ok("VoidResponse").toString();
    }
}
