package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.configuration.IntegrationServiceConfiguration;
import io.openintegration.daemon.configuration.ServerConfiguration;

/**
 * The configuration that is in force in a server, in the form of its document. Endpoints and properties of connections are
 * left out: they are known here with their placeholders resolved, so they may hold secrets.
 */
final class ActiveConfigurationJson {

    private ActiveConfigurationJson() {}

    static ObjectNode of(ServerConfiguration configuration) {
        ObjectNode json = Json.object()
                .put("class", "OMAGServerConfig")
                .put("localServerName", configuration.name().value())
                .put("localServerType", configuration.type().displayName())
                .put("localServerUserId", configuration.serverUser().value())
                .put("maxPageSize", configuration.maxPageSize());
        if (!configuration.organization().isEmpty()) {
            json.put("organizationName", configuration.organization());
        }
        if (!configuration.integrationServices().isEmpty()) {
            ArrayNode services = json.putArray("integrationServicesConfig");
            configuration.integrationServices().forEach(service -> services.add(of(service)));
        }
        return json;
    }

    private static ObjectNode of(IntegrationServiceConfiguration service) {
        ObjectNode json = Json.object()
                .put("class", "IntegrationServiceConfig")
                .put("integrationServiceId", service.service().id())
                .put("integrationServiceFullName", service.service().fullName())
                .put("integrationServiceURLMarker", service.service().urlMarker())
                .put("omagserverPlatformRootURL", service.metadataServer().platformUrl())
                .put("omagserverName", service.metadataServer().server().value());
        ArrayNode connectors = json.putArray("integrationConnectorConfigs");
        service.connectors().forEach(connector -> connectors.add(of(connector)));
        return json;
    }

    private static ObjectNode of(ConnectorConfiguration connector) {
        ObjectNode json = Json.object().put("class", "IntegrationConnectorConfig");
        connector.id().ifPresent(id -> json.put("connectorId", id));
        json.put("connectorName", connector.name().value())
                .put("connectorUserId", connector.user().value())
                .set("connection", CurrentStatusJson.connection(connector));
        connector.metadataSource().ifPresent(source -> json.put("metadataSourceQualifiedName", source.value()));
        HostingJson.addTo(json, connector.hosting());
        return json.put("usesBlockingCalls", connector.usesBlockingCalls())
                .put(
                        "permittedSynchronization",
                        connector.permittedSynchronization().name());
    }
}
