package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.Message;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.TreeSet;

/** Words what JAX-RS refuses by itself: no such path, method, or type. */
record ServerRefusal(Request request, UriInfo uri, HttpHeaders headers) {

    /** The refusal in our form; a refused method keeps the list of those allowed (RFC 9110). */
    Response answer(Response refusal) {
        if (refusal.getStatus() < 400) {
            return refusal;
        }
        Response problem = reason(refusal)
                .map(Problem::of)
                .orElseGet(() ->
                        Problem.of(refusal.getStatus(), refusal.getStatusInfo().getReasonPhrase()));
        return refusal.getAllowedMethods().isEmpty()
                ? problem
                : Response.fromResponse(problem)
                        .allow(refusal.getAllowedMethods())
                        .build();
    }

    private Optional<Message> reason(Response refusal) {
        String path = Problem.shown("/" + uri.getPath().replaceFirst("^/", ""));
        return switch (refusal.getStatus()) {
            case 404 -> Optional.of(HttpMessage.NOT_FOUND.with(path));
            case 405 -> Optional.of(HttpMessage.METHOD_NOT_ALLOWED.with(
                    Problem.shown(request.getMethod()),
                    path,
                    String.join(", ", new TreeSet<>(refusal.getAllowedMethods()))));
            case 406 -> Optional.of(HttpMessage.NOT_ACCEPTABLE.with(header(HttpHeaders.ACCEPT)));
            case 415 -> Optional.of(HttpMessage.BODY_TYPE.with(header(HttpHeaders.CONTENT_TYPE)));
            default -> Optional.empty();
        };
    }

    private String header(String name) {
        String value = headers.getHeaderString(name);
        return Problem.shown(value == null ? "" : value);
    }
}
