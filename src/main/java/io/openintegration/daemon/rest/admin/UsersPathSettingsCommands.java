package io.openintegration.daemon.rest.admin;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.rest.AnswersWith;
import io.openintegration.daemon.rest.Permits;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;

/** The same as Egeria 4 and 5 spell them, and, by integration service, as 2.7 and 3 do. */
@Path(SettingsCommands.CURRENT + "/users/{userId}")
@Produces(MediaType.APPLICATION_JSON)
public class UsersPathSettingsCommands extends SettingsCommands {

    private static final String CONNECTORS = "{services:integration-services?}/{serviceURLMarker}/connectors";

    /** The configuration properties of a connector of that service. */
    @GET
    @Path(CONNECTORS + "/{connectorName}/configuration-properties")
    @Permits(Role.OPERATOR)
    @AnswersWith("PropertiesResponse")
    public String getConfigProperties(
            @PathParam("serviceURLMarker") String marker, @PathParam("connectorName") String connector) {
        return settings().shown(server(), Optional.of(marker), connector);
    }

    /**
     * Changes the configuration properties of the connector of that service that the body names; of all its connectors where
     * it names none.
     */
    @POST
    @Path(CONNECTORS + "/configuration-properties")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String updateConfigProperties(@PathParam("serviceURLMarker") String marker, InputStream body) {
        return settings().change(server(), Optional.of(marker), body);
    }
}
