package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The platform in Egeria's users-path family (2.7 to 5.x); the guide has a server's name before it, which plays no part.
 */
@Path("{root:open-metadata|servers/[^/]+}/platform-services/users/{userId}/server-platform")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformServicesResource extends PlatformOperations {

    @Inject
    private ConnectorTypes connectorTypes;

    /** The connector type of a provider. */
    @GET
    @Path("connector-types/{connectorProviderClassName}")
    @Permits(Role.VIEWER)
    @AnswersWith("ConnectorTypeResponse")
    public String getConnectorType(@PathParam("connectorProviderClassName") String className) {
        return EgeriaAnswer.ok("ConnectorTypeResponse")
                .set("connectorType", ConnectorTypeJson.connectorType(connectorTypes.require(className)))
                .toString();
    }
}
