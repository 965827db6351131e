package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.Message;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In our own API an unknown query parameter, or one given twice, is a mistake: overlooked, it would find too much or wait too
 * little. Egeria's families ignore them, as Egeria does (ADR 0019).
 */
@Provider
@Priority(Priorities.USER + 200)
public class QueryFilter implements ContainerRequestFilter {

    private static final String OWN = "api/v1/";

    @Context
    private ResourceInfo operation;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = operation.getResourceMethod();
        String path = request.getUriInfo().getPath().replaceFirst("^/", "");
        if (method != null && path.startsWith(OWN)) {
            mistake(
                            OperationSignature.of(method).queryParameters(),
                            request.getUriInfo().getQueryParameters())
                    .ifPresent(reason -> request.abortWith(Problem.of(reason)));
        }
    }

    /** @param known names; true for those that may be repeated */
    static Optional<Message> mistake(Map<String, Boolean> known, Map<String, List<String>> given) {
        return given.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(parameter -> mistake(known, parameter.getKey(), parameter.getValue()).stream())
                .findFirst();
    }

    private static Optional<Message> mistake(Map<String, Boolean> known, String name, List<String> values) {
        if (!known.containsKey(name)) {
            return Optional.of(HttpMessage.QUERY_UNKNOWN.with(
                    Problem.shown(name), known.isEmpty() ? "none" : String.join(", ", known.keySet())));
        }
        return values.size() > 1 && !known.get(name)
                ? Optional.of(HttpMessage.QUERY_REPEATED.with(name))
                : Optional.empty();
    }
}
