package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Tells callers who they are here. */
@Path("api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
public class CallerResource {

    /** The caller's user id, and its roles with all that they include. */
    @GET
    @PermitsEveryCaller
    public String me(@Context SecurityContext security) {
        Caller caller = RoleFilter.caller(security);
        ObjectNode answer = Json.object().put("userId", caller.user().value());
        ArrayNode roles = answer.putArray("roles");
        caller.roleNames().stream().sorted().forEach(roles::add);
        return answer.toString();
    }
}
