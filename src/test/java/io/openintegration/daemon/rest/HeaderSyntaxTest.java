package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.Message;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers of any length are judged: they come before the login. */
class HeaderSyntaxTest {

    private static final int LENGTH = 30_000;

    @ParameterizedTest
    @CsvSource({
        "Accept-Language, a, -b",
        "Accept-Language, a, ',b'",
        "Accept-Language, a, ', b;q=0.5'",
        "Accept, a/b, c",
        "Accept, a/b, ;c=d",
        "Accept, a/b, ';c=\"d\"'",
        "Accept, a/b, ', c/d;q=0.1'",
        "Accept, '*', ','",
        "Content-Type, a/b, c",
        "Content-Type, a/b, ' ;c=d'",
        "If-Match, '\"a\"', ', \"b\"'",
        "If-None-Match, 'W/\"a\"', ',W/\"b\"'"
    })
    void longHeaderIsReadAndOneMistakeAtItsEndFound(String name, String start, String piece) {
        String value = start + piece.repeat(LENGTH / piece.length());

        assertThat(mistake(name, value)).isEmpty();
        assertThat(mistake(name, value + "\u0001x")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"Accept", "Accept-Language", "Content-Type", "If-Match", "If-None-Match"})
    void blanksAreNoTrouble(String name) {
        assertThat(mistake(name, "\"" + " ".repeat(LENGTH) + "x")).isPresent();
        assertThat(mistake(name, "a" + " \t".repeat(LENGTH / 2) + "x")).isPresent();
    }

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

    private static Optional<Message> mistake(String name, String value) {
        return HeaderSyntax.mistake(
                asked -> Collections.enumeration(asked.equals(name) ? List.of(value) : List.<String>of()));
    }
}
