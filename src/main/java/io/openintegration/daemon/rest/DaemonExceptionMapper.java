package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.ThrottledException;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.platform.ServerUnavailableException;
import io.openintegration.daemon.rest.store.BatchRefusedException;
import io.openintegration.daemon.runtime.InboxFullException;
import io.openintegration.daemon.runtime.NoAnswerException;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Answers failures that explain themselves, in the form of the family that the operation belongs to. */
@Provider
public class DaemonExceptionMapper implements ExceptionMapper<DaemonException> {

    private static final int UNAVAILABLE = 503;
    private static final long BUSY_SECONDS = 5;

    @Context
    private ResourceInfo called;

    @Context
    private UriInfo uri;

    @Inject
    private CurrentRequest request;

    @Inject
    private RefusalReport refusals;

    @Override
    public Response toResponse(DaemonException failure) {
        refusals.report(failure);
        if (failure instanceof BatchRefusedException batch) {
            return Problem.of(batch);
        }
        Response answer = new FailureAnswers(called, uri, request)
                .to(ExceptionFamily.of(failure), failure.reason(), failure.getCause(), problems(failure));
        if (failure instanceof ThrottledException throttled) {
            return retryAfter(answer, throttled.seconds());
        }
        return answer.getStatus() == UNAVAILABLE && isPassing(failure) ? retryAfter(answer, BUSY_SECONDS) : answer;
    }

    private static boolean isPassing(DaemonException failure) {
        return failure instanceof ServerUnavailableException
                || failure instanceof NoAnswerException
                || failure instanceof InboxFullException;
    }

    private static Response retryAfter(Response answer, long seconds) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    /** The mistakes of a document; none where the reason says it all. */
    private static List<Message> problems(DaemonException failure) {
        if (failure instanceof ConfigurationException refused) {
            List<Message> problems = refused.problems();
            return problems.equals(List.of(refused.reason())) ? List.of() : problems;
        }
        return List.of();
    }
}
