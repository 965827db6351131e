package io.openintegration.daemon.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.testing.Answers;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicroProfilePathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started", "/openapi"})
    void healthAndTheOpenApiDocumentAreOpen(String path) {
        assertThat(isOpen(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health/",
                "//health",
                "/health;x",
                "/health/live/..",
                "/%68ealth",
                "/healthy",
                "/servers/health",
                "/health/../servers",
                "/openapi/",
                "/openapi/ui",
                "/openapi;x",
                "/api/v1/openapi"
            })
    void nothingElseIsOpenHoweverItIsSpelt(String path) {
        assertThat(isOpen(path)).isFalse();
    }

    private static boolean isOpen(String path) {
        HttpServletRequest request = new Answers()
                .as(HttpServletRequest.class, (method, arguments) -> method.equals("getRequestURI") ? path : null);
        return MicroProfilePaths.contain(request);
    }
}
