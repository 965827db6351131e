package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ServerRegistry;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/** What the platform has: its services and its named servers. The same in both generations of Egeria's platform services. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class PlatformOperations {

    @EJB
    private ServerRegistry servers;

    @Inject
    private CurrentRequest current;

    @Inject
    private PlatformOrigin origin;

    /** Name and version of this product, as text. */
    @GET
    @Path("origin")
    @Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Permits(Role.VIEWER)
    public Response getServerPlatformOrigin() {
        return Response.ok(origin.text(), MediaType.TEXT_PLAIN).build();
    }

    /** All services of the platform. */
    @GET
    @Path("registered-services")
    @Permits(Role.VIEWER)
    @AnswersWith("RegisteredOMAGServicesResponse")
    public String getAllRegisteredServices() {
        return current.ok("RegisteredOMAGServicesResponse")
                .set("services", RegisteredServices.all())
                .toString();
    }

    /** The services of one kind, with their URL markers. */
    @GET
    @Path("registered-services/{kind:" + RegisteredServices.KINDS + "}")
    @Permits(Role.VIEWER)
    @AnswersWith("RegisteredOMAGServicesResponse")
    public String getRegisteredServices(@PathParam("kind") String kind) {
        return current.ok("RegisteredOMAGServicesResponse")
                .set("services", RegisteredServices.of(kind))
                .toString();
    }

    /** The servers that have a configuration document. */
    @GET
    @Path("servers")
    @Permits(Role.VIEWER)
    @AnswersWith("ServerListResponse")
    public String getKnownServers() {
        return list(servers.known());
    }

    /** The servers that are started. */
    @GET
    @Path("servers/active")
    @Permits(Role.VIEWER)
    @AnswersWith("ServerListResponse")
    public String getActiveServers() {
        return list(servers.active());
    }

    /** Whether the platform knows the server. */
    @GET
    @Path("servers/{serverName}/is-known")
    @Permits(Role.VIEWER)
    @AnswersWith("BooleanResponse")
    public String isServerKnown(@PathParam("serverName") String server) {
        return current.ok("BooleanResponse")
                .put("flag", servers.isKnown(new ServerName(server)))
                .toString();
    }

    /** When the server was started and stopped. */
    @GET
    @Path("servers/{serverName}/status")
    @Permits(Role.VIEWER)
    @AnswersWith("ServerStatusResponse")
    public String getServerStatus(@PathParam("serverName") String server) {
        return ServerJson.history(
                        servers.statusOf(new ServerName(server), current.user()), current.ok("ServerStatusResponse"))
                .toString();
    }

    /** The services of a server that is started. */
    @GET
    @Path("servers/{serverName}/services")
    @Permits(Role.VIEWER)
    @AnswersWith("ServerServicesListResponse")
    public String getActiveServices(@PathParam("serverName") String server) {
        return ServerServices.of(servers, new ServerName(server), current);
    }

    /** Stops a server, if it is started, and forgets when it was. Its document stays. */
    @DELETE
    @Path("servers/{serverName}")
    @Permits(Role.OPERATOR)
    @AnswersWith("VoidResponse")
    public String shutdownAndUnregisterServer(@PathParam("serverName") String server) {
        servers.forget(new ServerName(server), current.user());
        return current.ok("VoidResponse").toString();
    }

    /** Stops all servers. */
    @DELETE
    @Path("servers/instance")
    @Permits(Role.OPERATOR)
    @AnswersWith("VoidResponse")
    public String shutdownAllServers() {
        servers.stopAll();
        return current.ok("VoidResponse").toString();
    }

    /** Stops all servers and forgets when they were started. Their documents stay. */
    @DELETE
    @Path("servers")
    @Permits(Role.OPERATOR)
    @AnswersWith("VoidResponse")
    public String shutdownAndUnregisterAllServers() {
        Stream.concat(servers.stopAll().stream(), servers.known().stream())
                .distinct()
                .forEach(server -> servers.forget(server, current.user()));
        return current.ok("VoidResponse").toString();
    }

    /** Refused: the platform itself cannot be stopped this way. */
    @DELETE
    @Path("instance")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String shutdownPlatform() {
        throw new RejectedRequestException(FamilyMessage.PLATFORM_STOP.with());
    }

    private String list(List<ServerName> names) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        names.forEach(name -> list.add(name.value()));
        return current.ok("ServerListResponse").set("serverList", list).toString();
    }
}
