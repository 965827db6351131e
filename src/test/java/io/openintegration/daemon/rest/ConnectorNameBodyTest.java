package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.spi.ConnectorName;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorNameBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oak Dene",
                "  Oak Dene\n",
                "\"Oak Dene\"",
                "{\"name\":\"Oak Dene\"}",
                "{\"class\":\"NameRequestBody\",\"name\":\"Oak Dene\"}",
                "{\"requestId\":\"1\",\"forLineage\":false,\"startFrom\":0,\"pageSize\":0,\"name\":\"Oak Dene\"}"
            })
    void nameIsReadInEveryFormOfThePeer(String body) {
        assertThat(read(body)).contains(new ConnectorName("Oak Dene"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{}", "{\"class\":\"NullRequestBody\"}", "{\"name\":null}", "null"})
    void noNameMeansAll(String body) {
        assertThat(read(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"nmae\":\"Oak Dene\"}", "{\"name\":\"Oak Dene\",\"all\":true}"})
    void misspeltFieldNeverMeansAll(String body) {
        assertThatThrownBy(() -> read(body)).hasMessageStartingWith("REST-REQUEST-400-003 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"name\":}", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\"} {}", "\"a"})
    void whatLooksLikeJsonMustBeJson(String body) {
        assertThatThrownBy(() -> read(body)).hasMessageStartingWith("REST-REQUEST-400-001 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "{\"name\":\"\"}", "{\"name\":\"  \"}"})
    void blankNameNeverMeansAll(String body) {
        assertThatThrownBy(() -> read(body)).hasMessageStartingWith("REST-REQUEST-400-007 ");
    }

    @Test
    void requestIdIsKept() {
        String body = "{\"requestId\":\"r-1\"}";
        assertThat(ConnectorNameBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                        .requestId())
                .contains("r-1");
        assertThatThrownBy(() -> read("{\"requestId\":1}")).hasMessageStartingWith("REST-REQUEST-400-004 ");
    }

    @Test
    void listIsNoName() {
        assertThatThrownBy(() -> read("[]")).hasMessageStartingWith("REST-REQUEST-400-002 ");
    }

    @Test
    void nameMustBeText() {
        assertThatThrownBy(() -> read("{\"name\":5}")).hasMessageStartingWith("REST-REQUEST-400-004 ");
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> read("{\"name\":" + "[".repeat(100_000)))
                .hasMessageStartingWith("REST-REQUEST-400-001 ");
    }

    @Test
    void hugeBodyIsRefused() {
        assertThatThrownBy(() -> read("x".repeat(RequestBody.LARGEST + 1)))
                .hasMessageStartingWith("REST-REQUEST-413-001 ");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> ConnectorNameBody.read(new ByteArrayInputStream(new byte[] {(byte) 0xC3, 0x28})))
                .hasMessageStartingWith("REST-REQUEST-400-006 ");
    }

    private static Optional<ConnectorName> read(String body) {
        return ConnectorNameBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                .name();
    }
}
