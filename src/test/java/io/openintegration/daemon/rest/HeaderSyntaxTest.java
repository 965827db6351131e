package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.Message;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderSyntaxTest {

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"a\"", "W/\"a\"", "\"\"", "\"a\", W/\"b\" ,\"c\""})
    void preconditionsNameEntityTagsOrAny(String value) {
        assertThat(mistake("If-Match", value)).isEmpty();
        assertThat(mistake("If-None-Match", value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\"a", "w/\"a\"", "\"a\" \"b\"", "*, \"a\"", "\"a\u0001\"", "\"a\","})
    void otherPreconditionsAreMistakesThatNameTheHeader(String value) {
        assertThat(mistake("If-Match", value)).isPresent();
        assertThat(mistake("If-None-Match", value).orElseThrow().parameters()).containsExactly("If-None-Match");
    }

    private static Optional<Message> mistake(String header, String value) {
        return HeaderSyntax.mistake(name -> Collections.enumeration(name.equals(header) ? List.of(value) : List.of()));
    }
}
