package io.openintegration.daemon.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Where MicroProfile Health, Metrics and OpenAPI answer. Anybody may ask: whoever supervises a server has no account in it, and the
 * document tells nothing of this installation (ADR 19, 24). Open Liberty serves these beside the application; Payara serves them
 * inside of one at the context root, behind its filters (ADR 13).
 */
final class MicroProfilePaths {

    private static final Set<String> PATHS =
            Set.of("/health", "/health/live", "/health/ready", "/health/started", "/openapi", "/metrics");

    private MicroProfilePaths() {}

    /** Compares the path as it was sent: what is written in any other way ({@code //}, {@code ;x}) is not open. */
    static boolean contain(HttpServletRequest request) {
        return PATHS.contains(request.getRequestURI());
    }
}
