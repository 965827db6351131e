package io.openintegration.daemon.rest;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What an operation reads of a request, as its annotations tell. */
record OperationSignature(Method operation) {

    private static final String JAX_RS = "jakarta.ws.rs.";

    /** Whether it reads the body: a parameter that JAX-RS fills from nowhere else. */
    boolean takesBody() {
        return Arrays.stream(operation.getParameterAnnotations()).anyMatch(OperationSignature::isBody);
    }

    /** The query parameters it knows; true for one that may be given more than once. */
    Map<String, Boolean> queryParameters() {
        Map<String, Boolean> known = new TreeMap<>();
        for (Parameter parameter : operation.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                known.put(query.value(), Collection.class.isAssignableFrom(parameter.getType()));
            }
        }
        return known;
    }

    private static boolean isBody(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(Annotation::annotationType)
                .noneMatch(type -> type.equals(Context.class) || type.getName().startsWith(JAX_RS));
    }
}
