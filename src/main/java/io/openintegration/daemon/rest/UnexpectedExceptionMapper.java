package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.Message;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/** Answers everything that nobody foresaw: the caller gets a reference, the audit log the exception. */
@Provider
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    @Context
    private ResourceInfo called;

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @Context
    private HttpHeaders headers;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentRequest current;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException known) {
            return new ServerRefusal(request, uri, headers).answer(known.getResponse());
        }
        String reference = UUID.randomUUID().toString();
        auditLog.log(
                "answer",
                RestMessage.UNEXPECTED.with(
                        request.getMethod(), uri.getPath(), failure.getClass().getName(), reference),
                failure);
        Message reason = RestMessage.UNEXPECTED_FAILURE.with(failure.getClass().getSimpleName(), reference);
        return new FailureAnswers(called, uri, current).to(ExceptionFamily.PROPERTY_SERVER, reason, null);
    }
}
