package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.rest.store.BatchDoor;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;

/** The batch door of a metadata access store; what comes through it is in {@link BatchDoor}. */
@Path("api/v1/servers/{server}/open-metadata-store/change-sets")
@Produces(MediaType.APPLICATION_JSON)
public class ChangeSetsResource {

    private static final BatchDoor DOOR = new BatchDoor(RequestBody::json);

    @PathParam("server")
    private String server;

    @EJB
    private ServerRegistry servers;

    @Inject
    private CurrentRequest current;

    /**
     * Changes metadata, batch by batch. Each line is a JSON object: first {@code begin} with the id of the request, then changes,
     * {@code commit} at the end of each batch. A batch is carried out wholly or not at all, and only once however often the request
     * is sent. A refusal tells which batch and change it was, and what was carried out before.
     */
    // RoleFilter has made the delegating user the current one; without the parameter QueryFilter would refuse it as
    // unknown
    @POST
    @Permits(Role.OPERATOR)
    @BodyTypes({"application/x-ndjson", "application/json"})
    public String carryOut(@QueryParam("delegatingUserId") String delegatingUserId, InputStream body) {
        return DOOR.carryOut(
                        servers.requireStore(new ServerName(server), current.user())
                                .store(),
                        new Requester(current.user(), Optional.empty()),
                        body)
                .toString();
    }
}
