package io.openintegration.daemon.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.rest.RejectedRequestException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminBodyTest {

    @Test
    void bareTextIsTakenAsItIs() {
        assertThat(AdminBody.text(body(" {a} text\n"), MediaType.TEXT_PLAIN_TYPE))
                .contains("{a} text");
        assertThat(AdminBody.text(body("a text"), null)).contains("a text");
    }

    @Test
    void quotedTextIsReadAsJsonWhateverItsTypeIs() {
        assertThat(AdminBody.text(body("\"a\\u00e4\""), MediaType.TEXT_PLAIN_TYPE))
                .contains("aä");
        assertThat(AdminBody.text(body("\"a text\""), new MediaType("application", "json", "utf-8")))
                .contains("a text");
    }

    @Test
    void noBodyIsNoText() {
        assertThat(AdminBody.text(body(" "), MediaType.APPLICATION_JSON_TYPE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"a\"}", "[\"a\"]", "5", "null", "a text", "<a/>", "{", "\"a\\u0000b\""})
    void whatIsSaidToBeJsonHasToBeOneJsonStringWithoutControlCharacters(String body) {
        assertThatThrownBy(() -> AdminBody.text(body(body), MediaType.APPLICATION_JSON_TYPE))
                .isInstanceOf(RejectedRequestException.class);
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
