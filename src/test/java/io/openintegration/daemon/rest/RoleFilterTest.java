package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.UserId;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleFilterTest {

    private static final Caller VIEWER = new Caller(new UserId("viewer"), Set.of(Role.VIEWER));
    private static final Caller DELEGATE = new Caller(new UserId("admin"), Set.of(Role.ADMINISTRATOR, Role.DELEGATE));

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

    @Test
    void requestWithoutAUserIsMadeByItsCaller() {
        assertThat(RoleFilter.maker(VIEWER, map(), map())).isEqualTo(VIEWER.user());
    }

    @Test
    void delegateMayNameAnybody() {
        assertThat(RoleFilter.maker(DELEGATE, map(), map("delegatingUserId", "garygeeke")))
                .isEqualTo(new UserId("garygeeke"));
    }

    @Test
    void callerMayNameItself() {
        assertThat(RoleFilter.maker(VIEWER, map(), map("delegatingUserId", "viewer")))
                .isEqualTo(VIEWER.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "garygeeke"})
    void othersMayNotBeNamedByWhoIsNoDelegate(String user) {
        assertThatThrownBy(() -> RoleFilter.maker(VIEWER, map(), map("delegatingUserId", user)))
                .hasMessageStartingWith("OPEN-METADATA-SECURITY-403-017 ");
    }

    @Test
    void emptyDelegatingUserIsRefusedToADelegateToo() {
        assertThatThrownBy(() -> RoleFilter.maker(DELEGATE, map(), map("delegatingUserId", "")))
                .hasMessageStartingWith("OPEN-METADATA-SECURITY-403-017 ");
    }

    @Test
    void userInThePathIsTheOneWhoCounts() {
        assertThat(RoleFilter.maker(DELEGATE, map("userId", "garygeeke"), map("delegatingUserId", "erin")))
                .isEqualTo(new UserId("garygeeke"));
        assertThatThrownBy(() -> RoleFilter.maker(VIEWER, map("userId", "garygeeke"), map()))
                .hasMessageStartingWith("ACCESS-403-001 ");
    }

    private static MultivaluedMap<String, String> map(String... nameAndValue) {
        MultivaluedMap<String, String> map = new MultivaluedHashMap<>();
        if (nameAndValue.length == 2) {
            map.add(nameAndValue[0], nameAndValue[1]);
        }
        return map;
    }
}
