package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleFilterTest {

    @Test
    void blankNameInThePathIsTheCallersMistake() {
        assertThatThrownBy(
                        () -> RoleFilter.requireNames(Map.of("userId", List.of("admin"), "serverName", List.of(" "))))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessageStartingWith("REST-REQUEST-400-005 ")
                .hasMessageContaining("serverName");
    }

    @Test
    void namesPass() {
        assertThatCode(() -> RoleFilter.requireNames(Map.of("userId", List.of("admin"), "all", List.of("refresh"))))
                .doesNotThrowAnyException();
    }
}
