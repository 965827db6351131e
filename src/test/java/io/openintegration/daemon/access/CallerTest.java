package io.openintegration.daemon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.UserId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallerTest {

    private static final UserId PETER = new UserId("peter");
    private static final UserId ERIN = new UserId("erin");

    @Test
    void administratorIsOperatorProducerAndViewerButNoDelegate() {
        Caller caller = new Caller(PETER, Set.of(Role.ADMINISTRATOR));

        assertThat(caller.roleNames()).containsExactlyInAnyOrder("administrator", "operator", "producer", "viewer");
        assertThat(caller.mayActFor(ERIN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"VIEWER", "PRODUCER", "DELEGATE"})
    void viewerProducerAndDelegateAreNothingElse(Role role) {
        assertThat(new Caller(PETER, Set.of(role)).roles()).containsExactly(role);
    }

    @Test
    void containersAnswersMakeTheCaller() {
        assertThat(Caller.of(PETER, "operator"::equals)).isEqualTo(new Caller(PETER, Set.of(Role.OPERATOR)));
    }

    @Test
    void everyRoleIsFoundByItsName() {
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(Role.named(role.roleName())).contains(role));
        assertThat(Role.named("root")).isEmpty();
    }

    @Test
    void userInThePathMustBeTheCaller() {
        Caller caller = new Caller(PETER, Set.of(Role.ADMINISTRATOR));

        assertThatCode(() -> PathUserRule.check(caller, PETER)).doesNotThrowAnyException();
        assertThatThrownBy(() -> PathUserRule.check(caller, ERIN))
                .isInstanceOf(UserNotAuthorizedException.class)
                .hasMessageStartingWith("ACCESS-403-001")
                .hasMessageContaining("peter")
                .hasMessageContaining("erin");
    }

    @Test
    void delegateMayActForAnybody() {
        Caller caller = new Caller(PETER, Set.of(Role.DELEGATE));

        assertThatCode(() -> PathUserRule.check(caller, ERIN)).doesNotThrowAnyException();
    }

    @Test
    void userNamesAreCaseSensitive() {
        assertThat(new Caller(PETER, Set.of()).mayActFor(new UserId("Peter"))).isFalse();
    }
}
