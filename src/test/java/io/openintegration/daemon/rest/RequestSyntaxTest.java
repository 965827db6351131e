package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.Message;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests are refused for their form, before anybody looks at what they ask for. */
class RequestSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/servers/integration-daemon/open-metadata/",
                "/a//b",
                "/a/%C3%84rzte%20(1)%25.csv",
                "/a/Egeria%3AIntegrationGroup%3AFiles",
                "/a/b...c",
                "/a/..b/c..",
                "/a/%F0%9F%90%BF",
                "/a/x=1,y:2@z!$&'()*+~"
            })
    void pathsOfNamesAreTaken(String path) {
        assertThat(UriSyntax.mistakeInPath(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/a;x=1, ;, 3",
        "/a/../b, .., 4",
        "/.., .., 2",
        "/a/./b, ., 4",
        "/a/%2e%2E/b, %2e%2E, 4",
        "/a/.%2e, .%2e, 4",
        "/a%2Fb, %2F, 3",
        "/a%5cb, %5c, 3",
        "/a%00b, %00, 3",
        "/a%0d%0ab, %0d%0a, 3",
        "/a%FFb, %FF, 3",
        "/a%C0%AF, %C0%AF, 3",
        "/a%ED%A0%80b, %ED%A0%80, 3",
        "/a%E2%80%AEb, %E2%80%AE, 3",
        "/a%zz, %, 3",
        "/a%2, %, 3",
        "/<script>, <, 2",
        "/ä, %E4, 2"
    })
    void pathsThatCouldBeReadInTwoWaysAreRefusedWithThePlace(String path, String piece, String position) {
        assertThat(UriSyntax.mistakeInPath(path).map(Message::parameters)).contains(List.of("path", piece, position));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b&c", "text=a%2Fb%5C;?/", "from=2026-01-31T12:00:00%2B01:00"})
    void queriesMayHoldWhatPathsMayNot(String query) {
        assertThat(UriSyntax.mistakeInQuery(query)).isEmpty();
        assertThat(UriSyntax.mistakeInQuery(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "a=%00", "a={b}", "a=%FF", "a=b c", "a=\"b\""})
    void malformedQueriesAreRefused(String query) {
        assertThat(UriSyntax.mistakeInQuery(query)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept | application/json, application/*+json",
                "Accept | text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
                "Accept | application/json;charset=\"utf-8\";q=1.0",
                "Accept | text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "Accept-Language | de-CH, de;q=0.9, *;q=0.5",
                "Content-Type | application/json;charset=UTF-8",
                "Content-Type | multipart/form-data; boundary=----x"
            })
    void headersOfTheRightFormAreTaken(String header, String value) {
        assertThat(mistake(header, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept | ;;;",
                "Accept | a/b/c",
                "Accept | */*;q=abc",
                "Accept | */*;q=2",
                "Accept-Language | x-;;q=9",
                "Content-Type | application",
                "Content-Type | a/b, c/d"
            })
    void malformedHeadersAreRefusedByName(String header, String value) {
        assertThat(mistake(header, value).map(Message::parameters)).contains(List.of(header));
    }

    @Test
    void hostileHeadersAreReadInNoTime() {
        assertThat(mistake("Accept", "a/b;c=d".repeat(2_000) + ";")).isPresent();
        assertThat(mistake("Accept", "a/b,".repeat(5_000) + "!")).isPresent();
    }

    private static Optional<Message> mistake(String header, String value) {
        return HeaderSyntax.mistake(name -> Collections.enumeration(name.equals(header) ? List.of(value) : List.of()));
    }
}
