package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.documents.ConnectorSections;
import io.openintegration.daemon.runtime.RequestRefusedException;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Finds connectors for Egeria's families, and fails as a running daemon does: {@code INTEGRATION-DAEMON-SERVICES-400-010}
 * for an unknown marker, {@code -030} for a service that is not configured, {@code -031} for an unknown connector, {@code
 * -043} for one of another service.
 */
final class ConnectorOfService {

    private ConnectorOfService() {}

    /** @param marker where it is given, the connector has to be in this service */
    static ConnectorName require(ObjectNode document, String server, Optional<String> marker, String connector) {
        if (connector.isBlank()) {
            throw unknown(server, connector);
        }
        ConnectorName name = new ConnectorName(connector);
        if (ConnectorSections.connector(document, name).isEmpty()) {
            marker.ifPresent(service -> all(document, server, service));
            throw unknown(server, connector);
        }
        marker.filter(service -> all(document, server, service).stream().noneMatch(name::equals))
                .ifPresent(service -> {
                    throw elsewhere(document, server, ServiceMarker.service(service), name);
                });
        return name;
    }

    /** The connectors of a service that the document configures. */
    static List<ConnectorName> all(ObjectNode document, String server, String marker) {
        ServiceMarker.service(marker);
        ObjectNode service = ConnectorSections.service(document, marker)
                .orElseThrow(() -> new RequestRefusedException(RuntimeMessage.SERVICE_NOT_HERE.with(marker, server)));
        return StreamSupport.stream(service.path("integrationConnectorConfigs").spliterator(), false)
                .map(connector -> connector.path("connectorName").asText().strip())
                .filter(name -> !name.isEmpty())
                .map(ConnectorName::new)
                .toList();
    }

    private static RequestRefusedException unknown(String server, String connector) {
        return new RequestRefusedException(RuntimeMessage.UNKNOWN_CONNECTOR.with(connector, server));
    }

    private static RequestRefusedException elsewhere(
            ObjectNode document, String server, IntegrationService asked, ConnectorName name) {
        String actual = StreamSupport.stream(
                        document.path("integrationServicesConfig").spliterator(), false)
                .map(service -> service.path("integrationServiceURLMarker").asText())
                .filter(marker -> IntegrationService.ofUrlMarker(marker).isPresent())
                .filter(marker ->
                        ConnectorSections.connector(document, marker, name).isPresent())
                .findFirst()
                .map(marker -> ServiceMarker.service(marker).fullName())
                .orElse("");
        return new RequestRefusedException(
                RuntimeMessage.CONNECTOR_ELSEWHERE.with(name, server, actual, asked.fullName()));
    }
}
