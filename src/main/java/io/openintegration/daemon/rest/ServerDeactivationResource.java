package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ServerRegistry;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Takes a named server out of service (Egeria's administration services, 2.7 to 4.x). */
@Path("open-metadata/admin-services/users/{userId}/servers/{serverName}")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(Generation.ADMINISTRATION)
public class ServerDeactivationResource {

    @EJB
    private ServerRegistry servers;

    @Inject
    private CurrentRequest current;

    /** Stops a server, if it is started, and forgets when it was. Its document stays. */
    @DELETE
    @Permits(Role.OPERATOR)
    @AnswersWith("VoidResponse")
    public String deactivatePermanently(@PathParam("serverName") String server) {
        servers.forget(new ServerName(server), current.user());
        return current.ok("VoidResponse").toString();
    }
}
