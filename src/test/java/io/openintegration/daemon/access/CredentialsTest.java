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
        assertThat(Credentials.parse(encoded("peter:a:b"))).contains(new Credentials(new UserId("peter"), "a:b"));
    }

    @Test
    void textIsReadAsUtf8() {
        assertThat(Credentials.parse(encoded("jürgen:пароль-\uD83D\uDE00")))
                .contains(new Credentials(new UserId("jürgen"), "пароль-\uD83D\uDE00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "???", "=", "YQ=x", "////", "x"})
    void anythingElseIsNobody(String header) {
        assertThat(Credentials.parse(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nocolon", ":password", " :password", "user:", "a\nb:password", "user:pass\0word"})
    void unusablePairsAreNobody(String pair) {
        assertThat(Credentials.parse(encoded(pair))).isEmpty();
    }

    @Test
    void overlongNamesAndPasswordsAreNobody() {
        assertThat(Credentials.parse(encoded("u".repeat(257) + ":p"))).isEmpty();
        assertThat(Credentials.parse(encoded("u:" + "p".repeat(1_025)))).isEmpty();
    }

    @Test
    void passwordIsNotShown() {
        assertThat(new Credentials(new UserId("peter"), "secret").toString()).doesNotContain("secret");
    }

    static String basic(String pair) {
        return "Basic " + encoded(pair);
    }

    static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
