package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.platform.ServerRegistry;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.stream.Stream;

/** The named servers of the platform. */
@Path("api/v1/servers")
@Produces(MediaType.APPLICATION_JSON)
public class ServersResource {

    @EJB
    private ServerRegistry servers;

    @Inject
    private CurrentRequest current;

    /** The servers that have a document or are started, in the order of their names. */
    @GET
    @Permits(Role.VIEWER)
    public String list() {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("servers");
        Stream.concat(servers.known().stream(), servers.active().stream())
                .distinct()
                .sorted(Comparator.comparing(name -> name.value()))
                .forEach(name -> list.add(ServerJson.own(servers.statusOf(name, current.user()))));
        return answer.toString();
    }
}
