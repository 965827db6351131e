package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.DaemonException;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers failures that explain themselves, in the form of the family that the operation belongs to. */
@Provider
public class DaemonExceptionMapper implements ExceptionMapper<DaemonException> {

    @Context
    private ResourceInfo called;

    @Context
    private UriInfo uri;

    @Inject
    private CurrentRequest request;

    @Override
    public Response toResponse(DaemonException failure) {
        return new FailureAnswers(called, uri, request)
                .to(ExceptionFamily.of(failure), failure.reason(), failure.getCause());
    }
}
