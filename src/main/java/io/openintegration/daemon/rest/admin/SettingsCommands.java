package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.rest.AnswersWith;
import io.openintegration.daemon.rest.Generation;
import io.openintegration.daemon.rest.Permits;
import io.openintegration.daemon.rest.Speaks;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the connectors of a daemon that is started, changed at once. Other than in Egeria they are saved in the
 * configuration document, so they survive a restart.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class SettingsCommands {

    /** What all such URLs of 6.x begin with, and of 2.7 to 5.x with the user behind it. */
    static final String CURRENT = "servers/{serverName}/open-metadata/integration-daemon";

    private static final String CONNECTOR = "integration-connectors/{connectorName}";

    @PathParam("serverName")
    private String server;

    @Inject
    private SettingsRequests settings;

    /** As Egeria 6 spells them. */
    @Path(CURRENT)
    @Speaks(Generation.CURRENT)
    public static class Current extends SettingsCommands {}

    /** The configuration properties of a connector, with masks in the place of secrets. */
    @GET
    @Path(CONNECTOR + "/configuration-properties")
    @Permits(Role.OPERATOR)
    @AnswersWith("PropertiesResponse")
    public String getConfigurationProperties(@PathParam("connectorName") String connector) {
        return settings.shown(server, Optional.empty(), connector);
    }

    /** Changes the configuration properties of the connector that the body names. */
    @POST
    @Path("integration-connectors/configuration-properties")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String updateConfigurationProperties(InputStream body) {
        return settings.change(server, Optional.empty(), body);
    }

    /** Changes the address of a connector's endpoint. */
    @POST
    @Path(CONNECTOR + "/endpoint-network-address")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String updateEndpointNetworkAddress(@PathParam("connectorName") String connector, InputStream body) {
        ObjectNode given = AdminBody.object(body, "a StringRequestBody");
        AdminBody.requireKnown(given, List.of("string"));
        return settings.endpoint(server, connector, AdminBody.text(given, "string"));
    }

    /** Replaces a connector's connection. */
    @POST
    @Path(CONNECTOR + "/connection")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String updateConnectorConnection(@PathParam("connectorName") String connector, InputStream body) {
        return settings.connection(server, connector, AdminBody.object(body, "a connection"));
    }

    SettingsRequests settings() {
        return settings;
    }

    String server() {
        return server;
    }
}
