package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** What was asked of the connectors of an integration daemon that is started. */
@Path("api/v1/servers/{server}/requests")
@Produces(MediaType.APPLICATION_JSON)
public class RequestsResource {

    @PathParam("server")
    private String server;

    @Context
    private UriInfo uri;

    @Inject
    private DaemonRequests daemons;

    /** What became of a request; known until the daemon ends, the latest thousand of them. */
    @GET
    @Path("{request}")
    @Permits(Role.VIEWER)
    public String get(@PathParam("request") String request) {
        return new RequestJson(daemons.daemon(server), uri)
                .of(daemons.request(server, request))
                .toString();
    }
}
