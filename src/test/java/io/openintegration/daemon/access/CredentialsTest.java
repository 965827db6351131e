package io.openintegration.daemon.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @Test
    void userEndsAtTheFirstColon() {
        assertThat(Credentials.parse(basic("peter:a:b"))).contains(new Credentials(new UserId("peter"), "a:b"));
    }

    @Test
    void schemeIsReadInAnyCase() {
        assertThat(Credentials.parse(basic("peter:secret").replace("Basic", "bASIC")))
                .isPresent();
    }

    @Test
    void textIsReadAsUtf8() {
        assertThat(Credentials.parse(basic("jürgen:пароль-\uD83D\uDE00")))
                .contains(new Credentials(new UserId("jürgen"), "пароль-\uD83D\uDE00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Basic", "Basic ", "Basic ???", "Basic =", "Basic YQ=x", "Bearer abc", "Basic ////", "x"})
    void anythingElseIsNobody(String header) {
        assertThat(Credentials.parse(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nocolon", ":password", " :password", "user:", "a\nb:password", "user:pass\0word"})
    void unusablePairsAreNobody(String pair) {
        assertThat(Credentials.parse(basic(pair))).isEmpty();
    }

    @Test
    void overlongNamesAndPasswordsAreNobody() {
        assertThat(Credentials.parse(basic("u".repeat(257) + ":p"))).isEmpty();
        assertThat(Credentials.parse(basic("u:" + "p".repeat(1_025)))).isEmpty();
    }

    @Test
    void passwordIsNotShown() {
        assertThat(new Credentials(new UserId("peter"), "secret").toString()).doesNotContain("secret");
    }

    static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
