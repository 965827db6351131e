package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.token.ApiKey;
import io.openintegration.daemon.access.token.ApiKeyDesk;
import io.openintegration.daemon.access.token.IssuedApiKey;
import io.openintegration.daemon.metadata.UserId;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

/**
 * API keys of users who are producers and nothing else: for clients that are configured once, and that cannot get a new token every hour.
 * They are sent as bearer tokens are.
 */
@Path("api/v1/users/{user}/api-keys")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeysResource {

    @PathParam("user")
    private String user;

    @Inject
    private ApiKeyDesk desk;

    @Context
    private SecurityContext security;

    /** The user's keys that are good, without their texts. */
    @GET
    @Permits(Role.ADMINISTRATOR)
    public String all() {
        ObjectNode answer = Json.object();
        ArrayNode keys = answer.putArray("apiKeys");
        desk.all(new UserId(user)).forEach(key -> keys.add(json(key)));
        return Json.text(answer);
    }

    /**
     * Makes a key. The answer's {@code key} is its text, which is told this once.
     *
     * @param body {@code {"name":"…","lifetime":"P30D"}}; without a lifetime it is good for as long as a key may be
     */
    @POST
    @Permits(Role.ADMINISTRATOR)
    public Response make(InputStream body, @Context UriInfo uri) {
        ObjectNode wanted = RequestBody.object(body);
        UserJson.requireKnown(wanted, List.of("name", "lifetime"));
        IssuedApiKey issued = desk.issue(
                RoleFilter.caller(security),
                new UserId(user),
                UserJson.required(wanted, "name"),
                UserJson.duration(wanted, "lifetime"));
        ObjectNode answer = json(issued.key()).put("key", issued.text());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(issued.key().id()).build())
                .entity(Json.text(answer))
                .build();
    }

    /** Ends a key. */
    @DELETE
    @Path("{key}")
    @Permits(Role.ADMINISTRATOR)
    public void revoke(@PathParam("key") String key) {
        desk.revoke(RoleFilter.caller(security), new UserId(user), key);
    }

    private static ObjectNode json(ApiKey key) {
        return Json.object()
                .put("id", key.id())
                .put("userId", key.user().value())
                .put("name", key.name())
                .put("made", Json.date(key.made()))
                .put("expires", Json.date(key.expires()));
    }
}
