package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.PathUserRule;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.UserId;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/**
 * Lets a caller do only what its role permits, and only in its own name unless it is a delegate. An operation that names no
 * role is refused to everybody.
 */
@Provider
public class RoleFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo operation;

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = caller(request.getSecurityContext());
        if (HttpMethod.OPTIONS.equals(request.getMethod())) {
            // answered by JAX-RS itself, from what it knows of methods; no operation of ours has OPTIONS
            return;
        }
        Permits permits = operation.getResourceMethod().getAnnotation(Permits.class);
        if (permits == null) {
            throw new RejectedRequestException(
                    RestMessage.NOBODY.with(request.getUriInfo().getPath()));
        }
        require(caller, permits.value());
        MultivaluedMap<String, String> parameters = request.getUriInfo().getPathParameters();
        requireNames(parameters);
        String pathUser = parameters.getFirst("userId");
        if (pathUser != null) {
            PathUserRule.check(caller, new UserId(pathUser));
        }
    }

    /** All parameters of our paths are names; one that is blank ({@code %20}) names nothing. */
    static void requireNames(Map<String, List<String>> parameters) {
        parameters.forEach((parameter, values) -> {
            if (values.stream().anyMatch(String::isBlank)) {
                throw new RejectedRequestException(
                        RestMessage.BAD_PARAMETER.with(parameter, String.join("", values), "a name"));
            }
        });
    }

    /** @throws RejectedRequestException {@code REST-REQUEST-403-001} where the caller does not have the role */
    static void require(Caller caller, Role role) {
        if (!caller.has(role)) {
            throw new RejectedRequestException(RestMessage.NOT_PERMITTED.with(caller.user(), role.roleName()));
        }
    }

    /** @throws RejectedRequestException {@code REST-REQUEST-401-001} where there is none */
    static Caller caller(SecurityContext context) {
        if (context.getUserPrincipal() == null) {
            throw new RejectedRequestException(RestMessage.NO_CALLER.with());
        }
        return Caller.of(new UserId(context.getUserPrincipal().getName()), context::isUserInRole);
    }
}
