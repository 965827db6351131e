package io.openintegration.daemon.rest;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an operation reads of a request, as its annotations tell.
 *
 * @param takesBody whether it reads the body: a parameter that JAX-RS fills from nowhere else
 * @param queryParameters those that it knows; true for one that may be given more than once
 */
record OperationSignature(boolean takesBody, Map<String, Boolean> queryParameters) {

    private static final String JAX_RS = "jakarta.ws.rs.";

    /** Annotations are slow to read, and asked for with each request. */
    private static final Map<Method, OperationSignature> KNOWN = new ConcurrentHashMap<>();

    static OperationSignature of(Method operation) {
        return KNOWN.computeIfAbsent(operation, OperationSignature::read);
    }

    private static OperationSignature read(Method operation) {
        Map<String, Boolean> known = new TreeMap<>();
        for (Parameter parameter : operation.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                known.put(query.value(), Collection.class.isAssignableFrom(parameter.getType()));
            }
        }
        return new OperationSignature(
                Arrays.stream(operation.getParameterAnnotations()).anyMatch(OperationSignature::isBody),
                Collections.unmodifiableMap(known));
    }

    private static boolean isBody(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(Annotation::annotationType)
                .noneMatch(type -> type.equals(Context.class) || type.getName().startsWith(JAX_RS));
    }
}
