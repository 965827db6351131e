package io.openintegration.daemon.rest;

import io.openintegration.daemon.rest.UriTemplate.Spelling;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An operation of the REST API in one of its spellings.
 *
 * @param method of HTTP
 * @param spelling the path
 * @param code the method of the resource class, or of one that it extends
 */
public record Operation(String method, Spelling spelling, Class<?> resource, Method code) {

    /** What the role table says of an operation that takes no caller. */
    public static final String OPEN = "everybody, without login";

    public static final String EVERY_CALLER = "every caller";

    /** Annotations that stand in the place of a role. */
    private static final Map<String, String> RULES = Map.of("OpenToAll", OPEN, "PermitsEveryCaller", EVERY_CALLER);

    /** As a reader knows it: {@code GET /api/v1/servers/{server}/audit-log}. */
    @Override
    public String toString() {
        return method + " " + path();
    }

    public String path() {
        return spelling.toString();
    }

    public String path(UnaryOperator<String> values) {
        return spelling.fill(values);
    }

    public Pattern pathPattern() {
        return spelling.pattern();
    }

    public List<String> pathParameters() {
        return spelling.parameters();
    }

    /** Resource and method, the same for all spellings. */
    public String name() {
        return resource.getSimpleName().replaceAll("Resource$", "") + "." + code.getName();
    }

    /** Who may: the name of a role, {@link #OPEN}, {@link #EVERY_CALLER}, or empty where it forgot to say. */
    public Optional<String> role() {
        Permits permits = code.getAnnotation(Permits.class);
        if (permits != null) {
            return Optional.of(permits.value().roleName());
        }
        return Stream.of(code.getAnnotations())
                .map(annotation -> annotation.annotationType().getSimpleName())
                .map(RULES::get)
                .filter(rule -> rule != null)
                .findFirst();
    }

    /** The response class of Egeria's families; empty for our own API. */
    public Optional<String> responseClass() {
        return Optional.ofNullable(code.getAnnotation(AnswersWith.class)).map(AnswersWith::value);
    }

    public boolean isOwn() {
        return path().startsWith("/api/v1/");
    }

    /** Whether it reads the request's body. */
    public boolean takesBody() {
        return new OperationSignature(code).takesBody();
    }

    /** The media types of body that it takes; none where it leaves that to the rule, JSON (ADR 0019). */
    public List<String> bodyTypes() {
        BodyTypes types = code.getAnnotation(BodyTypes.class);
        return types == null ? List.of() : List.of(types.value());
    }

    public List<String> produces() {
        return Stream.of(code, resource)
                .map(place -> place.getAnnotation(Produces.class))
                .filter(found -> found != null)
                .findFirst()
                .map(found -> List.of(found.value()))
                .orElse(List.of(MediaType.WILDCARD));
    }

    /** The query parameters that it knows; true for one that may be given more than once. */
    public Map<String, Boolean> queryParameters() {
        return new OperationSignature(code).queryParameters();
    }

    /** Whether the resource is told the value of that parameter; otherwise it plays no part. */
    public boolean sees(String pathParameter) {
        return Stream.of(resource, code)
                .map(place -> place.getAnnotation(Path.class))
                .filter(path -> path != null)
                .anyMatch(path -> path.value().matches(".*\\{\\s*" + pathParameter + "\\s*[:}].*"));
    }

    /** Whether another spelling or method may stand at the same place. */
    public boolean matches(String path) {
        return pathPattern().matcher(path).matches();
    }
}
