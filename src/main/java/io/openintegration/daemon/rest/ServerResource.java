package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ConnectorRegistry;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.platform.ServerStatus;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * One named server: what it is doing, start and stop. Each answer tells what the server is doing afterwards. Asking for what
 * is so already changes nothing.
 */
@Path("api/v1/servers/{server}")
@Produces(MediaType.APPLICATION_JSON)
public class ServerResource {

    @PathParam("server")
    private String server;

    @EJB
    private ServerRegistry servers;

    @EJB
    private ConnectorRegistry connectors;

    @Inject
    private CurrentRequest current;

    /** What the server is doing, and when it was started and stopped since the platform started. */
    @GET
    @Permits(Role.VIEWER)
    public String get() {
        return answer();
    }

    /** Starts the server from its document, unless it is started. */
    @POST
    @Path("start")
    @Permits(Role.OPERATOR)
    public String start() {
        if (!status().isActive()) {
            servers.start(name(), current.user());
        }
        return answer();
    }

    /** Stops the server, if it is started, and starts it from its document. */
    @POST
    @Path("restart")
    @Permits(Role.OPERATOR)
    public String restart() {
        servers.start(name(), current.user());
        return answer();
    }

    /** Stops the server, if it is started. */
    @POST
    @Path("stop")
    @Permits(Role.OPERATOR)
    public String stop() {
        if (status().isActive()) {
            servers.stop(name(), current.user());
        }
        return answer();
    }

    private String answer() {
        ServerStatus status = status();
        ObjectNode json = ServerJson.own(status);
        connectors.duty(name()).ifPresent(duty -> DutyJson.addTo(json, duty));
        return json.set("history", ServerJson.runs(status)).toString();
    }

    private ServerStatus status() {
        return servers.statusOf(name(), current.user());
    }

    private ServerName name() {
        return new ServerName(server);
    }
}
