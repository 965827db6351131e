package io.openintegration.daemon.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an operation reads of a request, as its annotations tell. */
record OperationSignature(Method operation) {

    private static final String JAX_RS = "jakarta.ws.rs.";

    /** Whether it reads the body: a parameter that JAX-RS fills from nowhere else. */
    boolean takesBody() {
        return Arrays.stream(operation.getParameterAnnotations()).anyMatch(OperationSignature::isBody);
    }

    /** Whether no other type of body is taken than JSON, as where nothing is said (ADR 0019). */
    boolean takesJsonAlone() {
        return Stream.of(operation, operation.getDeclaringClass())
                .map(place -> place.getAnnotation(Consumes.class))
                .filter(found -> found != null)
                .findFirst()
                .map(found -> List.of(found.value()).equals(List.of(MediaType.APPLICATION_JSON)))
                .orElse(true);
    }

    /** The query parameters it knows; true for one that may be given more than once. */
    Map<String, Boolean> queryParameters() {
        Map<String, Boolean> known = new TreeMap<>();
        Stream.of(operation.getParameters()).forEach(parameter -> add(known, parameter, parameter.getType()));
        for (Class<?> resource = operation.getDeclaringClass(); resource != null; resource = resource.getSuperclass()) {
            Stream.of(resource.getDeclaredFields()).forEach(field -> add(known, field, field.getType()));
        }
        return known;
    }

    private static void add(Map<String, Boolean> known, AnnotatedElement place, Class<?> type) {
        QueryParam query = place.getAnnotation(QueryParam.class);
        if (query != null) {
            known.put(query.value(), Collection.class.isAssignableFrom(type));
        }
    }

    private static boolean isBody(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(Annotation::annotationType)
                .noneMatch(type -> type.equals(Context.class) || type.getName().startsWith(JAX_RS));
    }
}
