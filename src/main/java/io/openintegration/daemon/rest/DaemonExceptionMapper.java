package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.DaemonException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
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

    @Override
    public Response toResponse(DaemonException failure) {
        Method method = operation.getResourceMethod();
        AnswersWith answersWith = method == null ? null : method.getAnnotation(AnswersWith.class);
        if (answersWith == null) {
            return Problem.of(failure.reason());
        }
        return Response.ok(
                        EgeriaAnswer.failure(answersWith, method.getName(), failure)
                                .toString(),
                        MediaType.APPLICATION_JSON)
                .build();
    }
}
