package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRequestTest {

    @Test
    void otherFieldsDoNotMatter() {
        assertThat(read("{\"class\":\"TokenRequestBody\",\"userId\":\"u\",\"password\":\"p\",\"x\":[{}]}"))
                .isEqualTo(new TokenRequest("u", "p"));
    }

    @Test
    void whatIsMissingIsEmpty() {
        assertThat(read("{\"userId\":null}")).isEqualTo(new TokenRequest("", ""));
        assertThat(read("")).isEqualTo(new TokenRequest("", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{;REST-REQUEST-400-001",
                "[];REST-REQUEST-400-002",
                "{\"userId\":5};ACCESS-400-003",
                "{\"userId\":\"u\",\"userId\":\"v\"};REST-REQUEST-400-001",
                "{\"password\":{}};ACCESS-400-003"
            })
    void badBodiesAreTheClientsMistake(String body, String id) {
        assertThatThrownBy(() -> read(body)).hasMessageStartingWith(id + " ");
    }

    @Test
    void sizeAndDepthAreBounded() {
        assertThatThrownBy(() -> read(" ".repeat(RequestBody.LARGEST + 1)))
                .hasMessageStartingWith("REST-REQUEST-413-001 ");
        assertThatThrownBy(() -> read("{\"x\":" + "[".repeat(100))).hasMessageStartingWith("REST-REQUEST-400-001 ");
    }

    @Test
    void passwordIsNotShown() {
        assertThat(new TokenRequest("u", "secret").toString()).doesNotContain("secret");
    }

    private static TokenRequest read(String body) {
        return TokenRequest.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
