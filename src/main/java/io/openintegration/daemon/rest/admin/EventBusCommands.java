package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.documents.ServerEdits;
import io.openintegration.daemon.rest.AnswersWith;
import io.openintegration.daemon.rest.Generation;
import io.openintegration.daemon.rest.Json;
import io.openintegration.daemon.rest.Permits;
import io.openintegration.daemon.rest.Speaks;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** Commands for the event bus, which documents keep though nothing here uses it. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class EventBusCommands extends AdminCommands {

    private static final String FIELD = "eventBusConfig";

    /** As Egeria 2.7 to 5.x spell them. */
    @Path(AdminPaths.USERS_PATH_SERVER + "/event-bus")
    @Speaks(Generation.ADMINISTRATION)
    public static class UsersPath extends EventBusCommands {}

    /** As Egeria 6 spells them. */
    @Path(AdminPaths.CURRENT_SERVER + "/event-bus")
    @Speaks(Generation.CURRENT)
    public static class Current extends EventBusCommands {}

    /** The event bus, without secrets. */
    @GET
    @Permits(Role.OPERATOR)
    @AnswersWith("EventBusConfigResponse")
    public String getEventBus() {
        ObjectNode answer = ok("EventBusConfigResponse");
        JsonNode eventBus = shown().path(FIELD);
        return (eventBus.isObject() ? answer.set("config", eventBus) : answer).toString();
    }

    /** Sets the event bus; the body has the properties of its connections. */
    @POST
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String setEventBus(
            @QueryParam("connectorProvider") String provider,
            @QueryParam("topicURLRoot") String topicUrlRoot,
            InputStream body) {
        ObjectNode eventBus = Json.object().put("class", "EventBusConfig");
        if (provider != null) {
            eventBus.put("connectorProvider", provider);
        }
        if (topicUrlRoot != null) {
            eventBus.put("topicURLRoot", topicUrlRoot);
        }
        AdminBody.optionalObject(body).ifPresent(properties -> eventBus.set("configurationProperties", properties));
        return change(ServerEdits.set(FIELD, eventBus));
    }

    /** Takes the event bus out. */
    @DELETE
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String deleteEventBus() {
        content();
        return change(ServerEdits.set(FIELD, null));
    }
}
