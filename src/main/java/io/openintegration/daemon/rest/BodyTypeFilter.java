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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The type of bodies (ADR 0019): an operation that says nothing takes {@code application/json}, and nothing else. One that
 * takes other types names them by {@link BodyTypes}; it takes a body without a type, too. Bodies are UTF-8 and not
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
        if (method != null && OperationSignature.of(method).takesBody()) {
            mistake(request, method).ifPresent(reason -> request.abortWith(Problem.of(reason)));
        }
    }

    private static Optional<Message> mistake(ContainerRequestContext request, Method method) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            return Optional.of(HttpMessage.BODY_ENCODING.with(Problem.shown(encoding)));
        }
        try {
            return hasBody(request)
                    ? mistake(request.getMediaType(), method.getAnnotation(BodyTypes.class))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(RestMessage.BODY_UNREADABLE.with(e.getClass().getSimpleName()));
        }
    }

    /** @param taken null where it is JSON alone */
    static Optional<Message> mistake(MediaType type, BodyTypes taken) {
        if (type == null) {
            return taken == null ? Optional.of(HttpMessage.BODY_TYPE.with("(none)")) : Optional.empty();
        }
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        boolean utf8 = charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8");
        String name = (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
        List<String> types = taken == null ? List.of(MediaType.APPLICATION_JSON) : List.of(taken.value());
        return utf8 && types.contains(name)
                ? Optional.empty()
                : Optional.of(HttpMessage.BODY_TYPE.with(Problem.shown(type.toString())));
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
}
