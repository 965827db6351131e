package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.platform.PlatformStartup;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The platform in the 6.x paths of Egeria, without a user. */
@Path("open-metadata/platform-services/server-platform")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(Generation.CURRENT)
public class CurrentPlatformResource extends PlatformOperations {

    @EJB
    private PlatformStartup startup;

    @Inject
    private ConnectorTypes connectorTypes;

    @Inject
    private CurrentRequest current;

    /** Name and version of this product, as text. Open, as in Egeria: clients ask it before they have a token. */
    @Override
    @GET
    @Path("origin")
    @Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @OpenToAll
    public Response getServerPlatformOrigin() {
        return super.getServerPlatformOrigin();
    }

    /** When the platform started. */
    @GET
    @Path("start-time")
    @Permits(Role.VIEWER)
    @AnswersWith("DateResponse")
    public String getStartTime() {
        return current.ok("DateResponse")
                .put("dateValue", Json.date(startup.startTime()))
                .toString();
    }

    /** The connector type of a provider. */
    @GET
    @Path("connector-types/{connectorProviderClassName}")
    @Permits(Role.VIEWER)
    @AnswersWith("OCFConnectorTypeResponse")
    public String getConnectorType(@PathParam("connectorProviderClassName") String className) {
        return current.ok("OCFConnectorTypeResponse")
                .set("connectorType", ConnectorTypeJson.connectorType(connectorTypes.require(className)))
                .toString();
    }
}
