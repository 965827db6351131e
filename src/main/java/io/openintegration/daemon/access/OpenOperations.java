package io.openintegration.daemon.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The operations that need no caller, known before JAX-RS has found the operation. A test compares the list with the
 * operations that are marked as open; one that is here and not marked is refused all the same.
 */
public final class OpenOperations {

    /** Method and path template of each. */
    public static final Set<String> TEMPLATES = Set.of(
            "POST /api/token",
            "POST /servers/{server}/api/token",
            "GET /open-metadata/platform-services/server-platform/origin");

    private static final Set<Pattern> PATTERNS = TEMPLATES.stream()
            .map(template -> Pattern.compile(template.replaceAll("\\{\\w+}", "[^/;]++")))
            .collect(Collectors.toUnmodifiableSet());

    private OpenOperations() {}

    /** Compares the path as it was sent: what is written in any other way ({@code //}, {@code ;x}) is not open. */
    static boolean contains(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return contains(request.getMethod() + " " + path);
    }

    static boolean contains(String methodAndPath) {
        return PATTERNS.stream()
                .anyMatch(pattern -> pattern.matcher(methodAndPath).matches());
    }
}
