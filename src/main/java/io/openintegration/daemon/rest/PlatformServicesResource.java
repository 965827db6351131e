package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.spi.IntegrationService;
import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * What the platform has: its servers and the registered integration services. Egeria's users-path family; the guide has a
 * server's name before it, which plays no part.
 */
@Path("{root:open-metadata|servers/[^/]+}/platform-services/users/{userId}/server-platform")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformServicesResource {

    @EJB
    private ServerRegistry servers;

    /** The integration services that a daemon can have, with their URL markers. */
    @GET
    @Path("registered-services/integration-services")
    @Permits(Role.VIEWER)
    @AnswersWith("RegisteredOMAGServicesResponse")
    public String getRegisteredIntegrationServices() {
        ObjectNode answer = EgeriaAnswer.ok("RegisteredOMAGServicesResponse");
        ArrayNode services = answer.putArray("services");
        for (IntegrationService service : IntegrationService.values()) {
            services.addObject()
                    .put("serviceName", service.fullName())
                    .put("serviceURLMarker", service.urlMarker())
                    .put("serviceDescription", service.description())
                    .put("serviceWiki", service.wiki());
        }
        return answer.toString();
    }

    /** The servers that have a configuration document. */
    @GET
    @Path("servers")
    @Permits(Role.VIEWER)
    @AnswersWith("ServerListResponse")
    public String getKnownServers(@PathParam("userId") String user) {
        return list(servers.known());
    }

    /** The servers that are started. */
    @GET
    @Path("servers/active")
    @Permits(Role.VIEWER)
    @AnswersWith("ServerListResponse")
    public String getActiveServers(@PathParam("userId") String user) {
        return list(servers.active());
    }

    private static String list(List<ServerName> names) {
        ObjectNode answer = EgeriaAnswer.ok("ServerListResponse");
        ArrayNode list = answer.putArray("serverList");
        names.forEach(name -> list.add(name.value()));
        return answer.toString();
    }
}
