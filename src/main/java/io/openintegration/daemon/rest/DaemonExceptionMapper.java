package io.openintegration.daemon.rest;

import io.openintegration.daemon.access.ThrottledException;
import io.openintegration.daemon.message.DaemonException;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/** Answers failures that explain themselves, in the form of the family that the operation belongs to. */
@Provider
public class DaemonExceptionMapper implements ExceptionMapper<DaemonException> {

    @Context
    private ResourceInfo operation;

    @Inject
    private RefusalReport refusals;

    @Override
    public Response toResponse(DaemonException failure) {
        refusals.report(failure);
        Response answer = answer(failure);
        return failure instanceof ThrottledException throttled
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, throttled.seconds())
                        .build()
                : answer;
    }

    private Response answer(DaemonException failure) {
        Method method = operation.getResourceMethod();
        AnswersWith answersWith = method == null ? null : method.getAnnotation(AnswersWith.class);
        if (answersWith == null) {
            return Problem.of(failure.reason());
        }
        int code = failure.reason().definition().text().httpCode();
        return Response.status(answersWith.httpStatus() ? code : 200)
                .entity(EgeriaAnswer.failure(answersWith, method.getName(), failure)
                        .toString())
                .type(MediaType.APPLICATION_JSON)
                .build();
    }
}
