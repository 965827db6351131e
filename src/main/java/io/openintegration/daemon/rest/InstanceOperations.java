package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ServerRegistry;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/** Starts, stops and shows one named server. Several families of Egeria's have the same operations under URLs of their own. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class InstanceOperations {

    @PathParam("serverName")
    private String serverName;

    @EJB
    private ServerRegistry servers;

    @Inject
    private CurrentRequest current;

    /** Starts the server from its configuration document; one that is started already is restarted. */
    @POST
    @Permits(Role.OPERATOR)
    @AnswersWith("SuccessMessageResponse")
    public String activateWithStoredConfig() {
        return started(servers.start(server(), current.user()));
    }

    /** Starts the server with the configuration document in the body, which is not kept. Masks in it stand for stored secrets. */
    @POST
    @Path("configuration")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("SuccessMessageResponse")
    public String activateWithSuppliedConfig(InputStream body) {
        ObjectNode document = RequestBody.object(body);
        if (!document.hasNonNull("localServerName")) {
            // an empty document would be that of a metadata access store
            throw new RejectedRequestException(
                    MetadataMessage.MISSING_VALUE.with("localServerName", "activateWithSuppliedConfig"));
        }
        return started(servers.start(servers.read(server(), document), current.user()));
    }

    /** Stops the server. */
    @DELETE
    @Permits(Role.OPERATOR)
    @AnswersWith("VoidResponse")
    public String deactivateTemporarily() {
        servers.stop(server(), current.user());
        return current.ok("VoidResponse").toString();
    }

    /** The configuration that is in force in the running server, without secrets. */
    @GET
    @Path("configuration")
    @Permits(Role.VIEWER)
    @AnswersWith("OMAGServerConfigResponse")
    public String getActiveConfiguration() {
        return current.ok("OMAGServerConfigResponse")
                .set("omagserverConfig", ActiveConfigurationJson.of(servers.configurationOf(server(), current.user())))
                .toString();
    }

    /** What the server and its services are doing. */
    @GET
    @Path("status")
    @Permits(Role.VIEWER)
    @AnswersWith("OMAGServerStatusResponse")
    public String getActiveServerStatus() {
        return current.ok("OMAGServerStatusResponse")
                .set("serverStatus", ServerJson.services(servers.statusOf(server(), current.user())))
                .toString();
    }

    private ServerName server() {
        return new ServerName(serverName);
    }

    private String started(List<String> services) {
        return current.ok("SuccessMessageResponse")
                .put("successMessage", "Server " + serverName + " is started with these services: " + services)
                .toString();
    }
}
