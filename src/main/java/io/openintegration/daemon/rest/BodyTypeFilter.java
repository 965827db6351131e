package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.Message;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * The type of bodies (ADR 0019): an operation that says nothing takes {@code application/json}, and nothing else. One that
 * takes other types names them by {@code @Consumes}; it takes a body without a type, too. Bodies are UTF-8 and not
 * compressed. An operation that reads no body does not mind one.
 */
@Provider
@Priority(Priorities.USER + 100)
public class BodyTypeFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo operation;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = operation.getResourceMethod();
        if (method != null && new OperationSignature(method).takesBody()) {
            mistake(request, method).ifPresent(reason -> request.abortWith(Problem.of(reason)));
        }
    }

    private static Optional<Message> mistake(ContainerRequestContext request, Method method) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            return Optional.of(HttpMessage.BODY_ENCODING.with(Problem.shown(encoding)));
        }
        boolean json = new OperationSignature(method).takesJsonAlone();
        try {
            return hasBody(request) ? mistake(request.getMediaType(), json) : Optional.empty();
        } catch (IOException e) {
            return Optional.of(RestMessage.BODY_UNREADABLE.with(e.getClass().getSimpleName()));
        }
    }

    /** @param json whether nothing but JSON is taken */
    static Optional<Message> mistake(MediaType type, boolean json) {
        if (type == null) {
            return json ? Optional.of(refused("(none)")) : Optional.empty();
        }
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        boolean utf8 = charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8");
        boolean taken =
                !json || (type.getType() + "/" + type.getSubtype()).equalsIgnoreCase(MediaType.APPLICATION_JSON);
        return utf8 && taken ? Optional.empty() : Optional.of(refused(Problem.shown(type.toString())));
    }

    /** Found out by looking: neither a length nor a type need be given. */
    private static boolean hasBody(ContainerRequestContext request) throws IOException {
        PushbackInputStream body = new PushbackInputStream(request.getEntityStream());
        int first = body.read();
        if (first >= 0) {
            body.unread(first);
        }
        request.setEntityStream(body);
        return first >= 0;
    }

    private static Message refused(String type) {
        return HttpMessage.BODY_TYPE.with(type);
    }
}
