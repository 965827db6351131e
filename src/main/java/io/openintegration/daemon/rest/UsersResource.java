package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.UserAccount;
import io.openintegration.daemon.access.UserAccounts;
import io.openintegration.daemon.metadata.UserId;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The users of this platform. The user in the path is the one that is looked at or changed, not one in whose name that is
 * done; hence it is not called {@code userId}.
 */
@Path("api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    @Inject
    private UserAccounts accounts;

    @Context
    private SecurityContext security;

    @Context
    private Request preconditions;

    /** All users, by user id. */
    @GET
    @Permits(Role.ADMINISTRATOR)
    public String all() {
        ObjectNode answer = Json.object();
        ArrayNode users = answer.putArray("users");
        accounts.all().forEach(account -> users.add(UserJson.json(account)));
        return answer.toString();
    }

    /** One user, with its version as ETag. */
    @GET
    @Path("{user}")
    @Permits(Role.ADMINISTRATOR)
    public Response get(@PathParam("user") String user) {
        UserAccount account = accounts.get(new UserId(user));
        Response.ResponseBuilder unchanged = preconditions.evaluatePreconditions(tag(account.version()));
        return unchanged != null ? unchanged.build() : answer(Response.ok(), account);
    }

    /**
     * Makes a user (201) or changes it (200). {@code If-Match} and {@code If-None-Match: *} are obeyed.
     *
     * @param body {@code {"roles":[…],"password":"…"}}; without a password an existing user keeps its own
     */
    @PUT
    @Path("{user}")
    @Permits(Role.ADMINISTRATOR)
    public Response put(@PathParam("user") String user, InputStream body, @Context UriInfo uri) {
        UserAccounts.Saved saved = accounts.put(
                RoleFilter.caller(security),
                new UserId(user),
                UserJson.change(RequestBody.object(body)),
                this::asExpected);
        return answer(saved.made() ? Response.created(uri.getAbsolutePath()) : Response.ok(), saved.account());
    }

    /** Removes a user; its tokens end. {@code If-Match} is obeyed. */
    @DELETE
    @Path("{user}")
    @Permits(Role.ADMINISTRATOR)
    public void remove(@PathParam("user") String user) {
        accounts.remove(RoleFilter.caller(security), new UserId(user), this::asExpected);
    }

    /** Ends all tokens of a user that were issued so far. */
    @DELETE
    @Path("{user}/tokens")
    @Permits(Role.ADMINISTRATOR)
    public void revokeTokens(@PathParam("user") String user) {
        accounts.revokeTokens(RoleFilter.caller(security), new UserId(user));
    }

    /**
     * Changes the caller's own password.
     *
     * @param body {@code {"currentPassword":"…","newPassword":"…"}}
     */
    @PUT
    @Path("{user}/password")
    @PermitsEveryCaller
    public void changePassword(@PathParam("user") String user, InputStream body, @Context HttpServletRequest request) {
        ObjectNode passwords = RequestBody.object(body);
        UserJson.requireKnown(passwords, List.of("currentPassword", "newPassword"));
        accounts.changePassword(
                RoleFilter.caller(security),
                new UserId(user),
                UserJson.required(passwords, "currentPassword"),
                UserJson.required(passwords, "newPassword"),
                request.getRemoteAddr());
    }

    private boolean asExpected(Optional<String> version) {
        Response.ResponseBuilder failed = version.isPresent()
                ? preconditions.evaluatePreconditions(tag(version.get()))
                : preconditions.evaluatePreconditions();
        return failed == null;
    }

    private static Response answer(Response.ResponseBuilder response, UserAccount account) {
        return response.tag(tag(account.version()))
                .entity(UserJson.json(account).toString())
                .build();
    }

    private static EntityTag tag(String version) {
        return new EntityTag(version);
    }
}
