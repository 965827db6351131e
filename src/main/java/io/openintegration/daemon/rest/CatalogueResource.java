package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.spi.IntegrationService;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a configuration document can name: integration services, and kinds of connectors. */
@Path("api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {

    @Inject
    private ConnectorTypes connectorTypes;

    /** The integration services that a daemon can have. */
    @GET
    @Path("integration-services")
    @Permits(Role.VIEWER)
    public String integrationServices() {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("integrationServices");
        for (IntegrationService service : IntegrationService.values()) {
            list.addObject()
                    .put("id", service.id())
                    .put("name", service.fullName())
                    .put("urlMarker", service.urlMarker())
                    .put("description", service.description())
                    .put("wiki", service.wiki())
                    .put(
                            "defaultPermittedSynchronization",
                            service.defaultSynchronization().name());
        }
        return answer.toString();
    }

    /** The kinds of connectors that this platform has, those in jars that were added included. */
    @GET
    @Path("connector-types")
    @Permits(Role.VIEWER)
    public String connectorTypes() {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("connectorTypes");
        connectorTypes.all().forEach(provider -> list.add(ConnectorTypeJson.own(provider)));
        return answer.toString();
    }

    /** One kind of connector, by the class name of its provider or an alias of it. */
    @GET
    @Path("connector-types/{connectorProviderClassName}")
    @Permits(Role.VIEWER)
    public String connectorType(@PathParam("connectorProviderClassName") String className) {
        return ConnectorTypeJson.own(connectorTypes.require(className)).toString();
    }
}
