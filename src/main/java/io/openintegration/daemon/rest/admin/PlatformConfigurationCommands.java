package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.documents.DocumentMessage;
import io.openintegration.daemon.configuration.documents.SecretMask;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.rest.AnswersWith;
import io.openintegration.daemon.rest.CurrentRequest;
import io.openintegration.daemon.rest.Generation;
import io.openintegration.daemon.rest.Json;
import io.openintegration.daemon.rest.Permits;
import io.openintegration.daemon.rest.RejectedRequestException;
import io.openintegration.daemon.rest.Speaks;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Commands for the documents of all servers, and for where they are kept. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class PlatformConfigurationCommands {

    private static final String STORES =
            "stores/{store:connection|default-configuration-document|placeholder-variables}";

    @Inject
    private DocumentRequests requests;

    @Inject
    private CurrentRequest current;

    /** As Egeria 2.7 to 5.x spell them. */
    @Path(AdminPaths.USERS_PATH)
    @Speaks(Generation.ADMINISTRATION)
    public static class UsersPath extends PlatformConfigurationCommands {}

    /** As Egeria 6 spells them. */
    @Path(AdminPaths.CURRENT)
    @Speaks(Generation.CURRENT)
    public static class Current extends PlatformConfigurationCommands {}

    /** All documents, without secrets. Of one that cannot be read there is the name alone. */
    @GET
    @Path("configurations")
    @Permits(Role.OPERATOR)
    @AnswersWith("OMAGServerConfigsResponse")
    public String retrieveAllServerConfigs() {
        ObjectNode answer = current.ok("OMAGServerConfigsResponse");
        ArrayNode list = answer.putArray("omagserverConfigs");
        requests.documents().servers().forEach(server -> list.add(shown(server)));
        return answer.toString();
    }

    /** Refused: where documents are kept is a setting of the platform. */
    @GET
    @Path("stores/connection")
    @Permits(Role.OPERATOR)
    @AnswersWith("ConnectionResponse")
    public String getConfigurationStoreConnection() {
        throw fixed("connection");
    }

    /** Refused: documents begin with what every document needs. */
    @GET
    @Path("stores/default-configuration-document")
    @Permits(Role.OPERATOR)
    @AnswersWith("OMAGServerConfigResponse")
    public String getDefaultOMAGServerConfig() {
        throw fixed("default-configuration-document");
    }

    /** Refused: placeholders are settings of the platform. */
    @GET
    @Path("stores/placeholder-variables")
    @Permits(Role.OPERATOR)
    @AnswersWith("StringMapResponse")
    public String getPlaceholderVariables() {
        throw fixed("placeholder-variables");
    }

    /** Refused: these are settings of the platform, and cannot be changed by commands. */
    @POST
    @Path(STORES)
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String setConfigurationStore(@PathParam("store") String store) {
        throw fixed(store);
    }

    /** Refused: these are settings of the platform, and cannot be removed by commands. */
    @DELETE
    @Path(STORES)
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String clearConfigurationStore(@PathParam("store") String store) {
        throw fixed(store);
    }

    private ObjectNode shown(ServerName server) {
        try {
            return SecretMask.masked(
                    requests.documents().get(server, requests.user()).content());
        } catch (ConfigurationException e) {
            // whoever asks for this document alone is told what is wrong with it
            return Json.object().put("class", "OMAGServerConfig").put("localServerName", server.value());
        }
    }

    private static RejectedRequestException fixed(String store) {
        return new RejectedRequestException(DocumentMessage.STORE_IS_FIXED.with(store));
    }
}
