package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.platform.ServerRegistry;
import jakarta.ejb.EJB;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Starts and stops named servers (Egeria's administration services, users-path family). */
@Path("open-metadata/admin-services/users/{userId}/servers/{serverName}/instance")
@Produces(MediaType.APPLICATION_JSON)
public class ServerInstanceResource {

    @EJB
    private ServerRegistry servers;

    /** Starts the server from its configuration document; one that is started already is restarted. */
    @POST
    @Permits(Role.OPERATOR)
    @AnswersWith("SuccessMessageResponse")
    public String activateWithStoredConfig(
            @PathParam("userId") String user, @PathParam("serverName") String serverName) {
        List<String> services = servers.start(new ServerName(serverName), new UserId(user));
        return EgeriaAnswer.ok("SuccessMessageResponse")
                .put("successMessage", "Server " + serverName + " is started with these services: " + services)
                .toString();
    }

    /** Stops the server. */
    @DELETE
    @Permits(Role.OPERATOR)
    @AnswersWith("VoidResponse")
    public String deactivateTemporarily(@PathParam("userId") String user, @PathParam("serverName") String serverName) {
        servers.stop(new ServerName(serverName), new UserId(user));
        return EgeriaAnswer.ok("VoidResponse").toString();
    }
}
