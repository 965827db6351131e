package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.Message;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** Words failures of a request in the manner of the family that the called operation belongs to. */
record FailureAnswers(ResourceInfo called, UriInfo uri, CurrentRequest request) {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    /**
     * HTTP 200 in an Egeria-compatible family, since its clients take nothing else for an answer; a caller who is not
     * known is told so by 401 even there (Egeria's protocol).
     *
     * @param causedBy what led to the failure, or null
     */
    Response to(ExceptionFamily family, Message reason, Throwable causedBy) {
        return to(family, reason, causedBy, List.of());
    }

    /** The same for what has several causes; problem details list them. */
    Response to(ExceptionFamily family, Message reason, Throwable causedBy, List<Message> problems) {
        int code = reason.definition().text().httpCode();
        Optional<FamilyOperation> operation =
                FamilyOperation.of(called).filter(found -> found.httpStatus() || code != UNAUTHORIZED);
        return operation
                .map(found -> Response.status(found.httpStatus() ? code : OK)
                        .entity(failure(found).json(family, reason, causedBy).toString())
                        .type(MediaType.APPLICATION_JSON)
                        .build())
                .orElseGet(() -> problems.isEmpty() ? Problem.of(reason) : Problem.of(reason, problems));
    }

    private EgeriaFailure failure(FamilyOperation operation) {
        return new EgeriaFailure(
                operation,
                request.knownUser(),
                Optional.ofNullable(uri.getPathParameters().getFirst("serverName")),
                request.id());
    }
}
