package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRequestTest {

    private static final String JSON = "application/json";

    @Test
    void otherFieldsDoNotMatter() {
        assertThat(read(JSON, "{\"class\":\"TokenRequestBody\",\"userId\":\"u\",\"password\":\"p\",\"x\":[{}]}"))
                .isEqualTo(new TokenRequest("u", "p"));
    }

    @Test
    void whatIsMissingIsEmpty() {
        assertThat(read("Application/JSON; charset=utf-8", "{\"userId\":null}")).isEqualTo(new TokenRequest("", ""));
        assertThat(read(JSON, "")).isEqualTo(new TokenRequest("", ""));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"})
    void onlyJsonIsRead(String contentType) {
        assertThatThrownBy(() -> read(contentType, "{}")).hasMessageStartingWith("ACCESS-415-001 ");
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
        assertThatThrownBy(() -> read(JSON, body)).hasMessageStartingWith(id + " ");
    }

    @Test
    void sizeAndDepthAreBounded() {
        assertThatThrownBy(() -> read(JSON, " ".repeat(RequestBody.LARGEST + 1)))
                .hasMessageStartingWith("REST-REQUEST-413-001 ");
        assertThatThrownBy(() -> read(JSON, "{\"x\":" + "[".repeat(100)))
                .hasMessageStartingWith("REST-REQUEST-400-001 ");
    }

    @Test
    void passwordIsNotShown() {
        assertThat(new TokenRequest("u", "secret").toString()).doesNotContain("secret");
    }

    private static TokenRequest read(String contentType, String body) {
        return TokenRequest.read(contentType, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
