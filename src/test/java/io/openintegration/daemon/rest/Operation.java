package io.openintegration.daemon.rest;

import io.openintegration.daemon.rest.UriTemplate.Spelling;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation of the REST API in one of its spellings.
 *
 * @param method of HTTP
 * @param spelling the path
 * @param resource the class that has the path; the method may be inherited
 * @param code the method
 */
public record Operation(String method, Spelling spelling, Class<?> resource, Method code) {

    /** What the role table says of an operation that takes no caller. */
    public static final String OPEN = "everybody, without login";

    /** What it says of one that any caller may use. */
    public static final String EVERY_CALLER = "every caller";

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

    /** Those of them that play a part; others are in the path for form's sake. */
    public List<String> readPathParameters() {
        Stream<AnnotatedElement> fields = Stream.<Class<?>>iterate(resource, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()));
        Set<String> read = Stream.concat(fields, Stream.of(code.getParameters()))
                .map(place -> place.getAnnotation(PathParam.class))
                .filter(found -> found != null)
                .map(PathParam::value)
                .collect(Collectors.toSet());
        return pathParameters().stream().filter(read::contains).toList();
    }

    /** Whether its answers are streams that do not end. */
    public boolean isEndless() {
        return produces().contains(MediaType.SERVER_SENT_EVENTS);
    }

    /** Resource and method, the same for all spellings. */
    public String name() {
        return name(resource);
    }

    /** The same with the class that the method stands in, which is that of several resources where they inherit it. */
    public String declaredName() {
        return name(code.getDeclaringClass());
    }

    private String name(Class<?> owner) {
        Class<?> outer = owner.getEnclosingClass();
        String whole = (outer == null ? "" : outer.getSimpleName()) + owner.getSimpleName();
        return whole.replaceAll("Resource$", "") + "." + code.getName();
    }

    /** The name of the role it asks for, {@link #EVERY_CALLER}, {@link #OPEN}, or empty where it forgot to say. */
    public Optional<String> role() {
        List<String> rules = Stream.of(
                        Optional.ofNullable(code.getAnnotation(Permits.class))
                                .map(permits -> permits.value().roleName()),
                        marked(PermitsEveryCaller.class, EVERY_CALLER),
                        marked(OpenToAll.class, OPEN))
                .flatMap(Optional::stream)
                .toList();
        if (rules.size() > 1) {
            throw new IllegalStateException(code + " has more than one rule: " + rules);
        }
        return rules.stream().findFirst();
    }

    private Optional<String> marked(Class<? extends Annotation> marker, String rule) {
        return code.isAnnotationPresent(marker) ? Optional.of(rule) : Optional.empty();
    }

    /** The response class of Egeria's families; empty for our own API. */
    public Optional<String> responseClass() {
        return Optional.ofNullable(code.getAnnotation(AnswersWith.class)).map(AnswersWith::value);
    }

    /** Whether its failures have the HTTP status that they tell, too, though it belongs to one of Egeria's families. */
    public boolean failsByStatus() {
        return Optional.ofNullable(code.getAnnotation(AnswersWith.class))
                .filter(AnswersWith::httpStatus)
                .isPresent();
    }

    /** Whether it may be asked for in the name of another user, where the path names none. */
    public boolean takesDelegatingUser() {
        Speaks speaks = resource.getAnnotation(Speaks.class);
        return speaks != null
                && speaks.value() == Generation.CURRENT
                && !pathParameters().contains("userId");
    }

    public boolean isOwn() {
        return path().startsWith("/api/v1/");
    }

    /** Whether it reads the request's body. */
    public boolean takesBody() {
        return OperationSignature.of(code).takesBody();
    }

    /** The media types of body that it takes; none where it leaves that to the rule, JSON (ADR 0019). */
    public List<String> bodyTypes() {
        BodyTypes types = code.getAnnotation(BodyTypes.class);
        return types == null ? List.of() : List.of(types.value());
    }

    public List<String> produces() {
        return Stream.of(code, resource, code.getDeclaringClass())
                .map(place -> place.getAnnotation(Produces.class))
                .filter(found -> found != null)
                .findFirst()
                .map(found -> List.of(found.value()))
                .orElse(List.of(MediaType.WILDCARD));
    }

    /** The query parameters that it knows; true for one that may be given more than once. */
    public Map<String, Boolean> queryParameters() {
        return OperationSignature.of(code).queryParameters();
    }

    /** Whether another spelling or method may stand at the same place. */
    public boolean matches(String path) {
        return pathPattern().matcher(path).matches();
    }
}
