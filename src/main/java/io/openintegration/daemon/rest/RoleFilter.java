package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.PathUserRule;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.UserId;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;

/**
 * Lets a caller do only what its role permits, and only in its own name unless it is a delegate. An operation that names no
 * role is refused to everybody. Exactly one of {@link Permits}, {@link PermitsEveryCaller} and {@link OpenToAll} stands at
 * an operation.
 */
@Provider
public class RoleFilter implements ContainerRequestFilter {

    private static final String PATH_USER = "userId";
    private static final String DELEGATING_USER = "delegatingUserId";

    @Context
    private ResourceInfo operation;

    @Inject
    private CurrentRequest current;

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> parameters = request.getUriInfo().getPathParameters();
        Method method = operation.getResourceMethod();
        FamilyOperation.of(operation).ifPresent(found -> current.belongsTo(found.generation()));
        if (method.isAnnotationPresent(OpenToAll.class)) {
            requireNames(parameters);
            return;
        }
        SecurityContext security = request.getSecurityContext();
        current.madeBy(user(security));
        if (HttpMethod.OPTIONS.equals(request.getMethod())) {
            // answered by JAX-RS itself, from what it knows of methods; no operation of ours has OPTIONS
            return;
        }
        Permits permits = method.getAnnotation(Permits.class);
        if (permits != null) {
            require(security, permits.value());
        } else if (!method.isAnnotationPresent(PermitsEveryCaller.class)) {
            throw new RejectedRequestException(
                    RestMessage.NOBODY.with(request.getUriInfo().getPath()));
        }
        requireNames(parameters);
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        if (parameters.containsKey(PATH_USER) || query.containsKey(DELEGATING_USER)) {
            current.madeBy(maker(caller(security), parameters, query));
        }
    }

    /**
     * In whose name the request is made: the user in the path; where the path has none, the one of {@code
     * delegatingUserId}, which Egeria 6 has on all operations; else the caller.
     */
    static UserId maker(
            Caller caller, MultivaluedMap<String, String> pathParameters, MultivaluedMap<String, String> query) {
        String pathUser = pathParameters.getFirst(PATH_USER);
        if (pathUser != null) {
            UserId maker = new UserId(pathUser);
            PathUserRule.check(caller, maker);
            return maker;
        }
        String delegating = query.getFirst(DELEGATING_USER);
        return delegating == null ? caller.user() : delegating(caller, delegating);
    }

    private static UserId delegating(Caller caller, String user) {
        if (user.isBlank() || !caller.mayActFor(new UserId(user))) {
            throw new RejectedRequestException(FamilyMessage.UNKNOWN_DELEGATING_USER.with(user, caller.user()));
        }
        return new UserId(user);
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

    /** The same; the container takes its time for each role that it is asked about, and most requests need no other answer than the first. */
    private static void require(SecurityContext context, Role role) {
        if (!context.isUserInRole(role.roleName())) {
            require(caller(context), role);
        }
    }

    /** @throws RejectedRequestException {@code REST-REQUEST-401-001} where there is none */
    static Caller caller(SecurityContext context) {
        return Caller.of(user(context), context::isUserInRole);
    }

    private static UserId user(SecurityContext context) {
        if (context.getUserPrincipal() == null) {
            throw new RejectedRequestException(RestMessage.NO_CALLER.with());
        }
        return new UserId(context.getUserPrincipal().getName());
    }
}
