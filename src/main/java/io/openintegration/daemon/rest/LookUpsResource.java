package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.rest.store.LookUps;
import io.openintegration.daemon.rest.store.StoreCall;
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

/**
 * Questions for many elements of a metadata access store at once, each of which Egeria's API has a call for each element for; the answers are
 * made by {@link LookUps}. The body is {@code {"guids": […]}} with 1 to 1,000 GUIDs. What has no place in an answer of 16 MiB is named in
 * its field {@code left}, to be asked for by itself.
 */
@Path("api/v1/servers/{server}/open-metadata-store/look-ups")
@Produces(MediaType.APPLICATION_JSON)
public class LookUpsResource {

    private static final LookUps LOOK_UPS = new LookUps(TypeCatalogue.openMetadata(), Json::text);

    @PathParam("server")
    private String server;

    @EJB
    private ServerRegistry servers;

    @Inject
    private CurrentRequest current;

    /** The elements, archived ones too, in the form of Egeria's API; those that are gone are left out. */
    // RoleFilter has made the delegating user the current one, here and below
    @POST
    @Path("elements")
    @Permits(Role.VIEWER)
    public String elements(@QueryParam("delegatingUserId") String delegatingUserId, InputStream body) {
        return LOOK_UPS.elements(call(), LookUpBody.read(body).guids());
    }

    /** The versions of the elements, by GUID; those that are gone or archived are left out. */
    @POST
    @Path("versions")
    @Permits(Role.VIEWER)
    public String versions(@QueryParam("delegatingUserId") String delegatingUserId, InputStream body) {
        return LOOK_UPS.versions(call(), LookUpBody.read(body).guids());
    }

    /** The relationships in which the elements sit at end 1: of each element all of them. */
    @POST
    @Path("relationships-at-end-1")
    @Permits(Role.VIEWER)
    public String relationshipsAtEnd1(@QueryParam("delegatingUserId") String delegatingUserId, InputStream body) {
        return LOOK_UPS.relationships(call(), LookUpBody.read(body).guids(), 1);
    }

    /** The relationships in which the elements sit at end 2: of each element all of them. */
    @POST
    @Path("relationships-at-end-2")
    @Permits(Role.VIEWER)
    public String relationshipsAtEnd2(@QueryParam("delegatingUserId") String delegatingUserId, InputStream body) {
        return LOOK_UPS.relationships(call(), LookUpBody.read(body).guids(), 2);
    }

    private StoreCall call() {
        ServerName name = new ServerName(server);
        return new StoreCall(
                name,
                servers.requireStore(name, current.user()).store(),
                new Requester(current.user(), Optional.empty()));
    }
}
