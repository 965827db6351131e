package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.UserAccount;
import io.openintegration.daemon.access.UserChange;
import io.openintegration.daemon.metadata.UserId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserJsonTest {

    @Test
    void passwordGoesInAndNeverComesOut() {
        UserChange change = UserJson.change(object("{\"roles\":[\"viewer\",\"delegate\"],\"password\":\"secret\"}"));

        assertThat(change).isEqualTo(new UserChange(Set.of(Role.VIEWER, Role.DELEGATE), Optional.of("secret")));
        assertThat(change.toString()).doesNotContain("secret");
        assertThat(UserJson.json(new UserAccount(new UserId("peter"), change.roles(), "1"))
                        .toString())
                .isEqualTo("{\"userId\":\"peter\",\"roles\":[\"delegate\",\"viewer\"]}");
    }

    @Test
    void missingPasswordIsKept() {
        assertThat(UserJson.change(object("{\"roles\":[]}")).password()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"roles\":null}",
                "{\"roles\":\"viewer\"}",
                "{\"roles\":[\"root\"]}",
                "{\"roles\":[\"Viewer\"]}",
                "{\"roles\":[5]}",
                "{\"roles\":[],\"password\":5}",
                "{\"roles\":[],\"password\":null}",
                "{\"roles\":[],\"pasword\":\"x\"}"
            })
    void mistakesAreRefused(String body) {
        assertThatThrownBy(() -> UserJson.change(object(body))).hasMessageStartingWith("ACCESS-400-003 ");
    }

    @Test
    void requiredFieldIsRequired() {
        assertThatThrownBy(() -> UserJson.required(object("{}"), "newPassword"))
                .hasMessageStartingWith("ACCESS-400-003 ")
                .hasMessageContaining("newPassword");
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) RequestBody.json(text);
    }
}
