package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openintegration.daemon.connectors.lineage.SparkEvents;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineageEventsTest {

    @Test
    @DisplayName("an event is handed on as it came, also where a field stands in it twice, as Spark sends it")
    void one() {
        assertThat(LineageEvents.one(body(SparkEvents.number(31)))).containsExactly(SparkEvents.number(31));
    }

    @Test
    @DisplayName("a batch is taken apart, in its order, each event as it came")
    void batch() {
        assertThat(LineageEvents.batch(body(" [ {\"a\": 1.0}\n, {\"b\" : {\"c\":\"}\\u00fc€\"}} ]")))
                .isEqualTo(List.of("{\"a\": 1.0}", "{\"b\" : {\"c\":\"}\\u00fc€\"}}"));
        List<String> events =
                IntStream.rangeClosed(1, 17).mapToObj(SparkEvents::number).toList();
        assertThat(LineageEvents.batch(body("[" + String.join(",", events) + "]")))
                .isEqualTo(events.stream().map(String::strip).toList());
        assertThat(LineageEvents.batch(body("[]"))).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("what is no JSON, or not the kind of JSON that is asked for, is refused before anybody is asked")
    @CsvSource(
            delimiter = ';',
            value = {
                "{; REST-REQUEST-400-001; REST-REQUEST-400-001",
                "[{}; REST-REQUEST-400-001; REST-REQUEST-400-001",
                "[{},]; REST-REQUEST-400-001; REST-REQUEST-400-001",
                "{a:1}; REST-REQUEST-400-001; REST-REQUEST-400-001",
                "[1,{}]; REST-REQUEST-400-002; REST-REQUEST-400-010",
                "''; REST-REQUEST-400-002; REST-REQUEST-400-010",
                "[{}]; REST-REQUEST-400-002;",
                "{}; ; REST-REQUEST-400-010",
                "3; REST-REQUEST-400-002; REST-REQUEST-400-010",
                "{} {}; REST-REQUEST-400-001; REST-REQUEST-400-001",
            })
    void bad(String text, String asOne, String asBatch) {
        if (asOne != null) {
            assertThatExceptionOfType(RejectedRequestException.class)
                    .isThrownBy(() -> LineageEvents.one(body(text)))
                    .withMessageStartingWith(asOne);
        }
        if (asBatch != null) {
            assertThatExceptionOfType(RejectedRequestException.class)
                    .isThrownBy(() -> LineageEvents.batch(body(text)))
                    .withMessageStartingWith(asBatch);
        }
    }

    @Test
    @DisplayName("JSON that is nested without end is refused")
    void deep() {
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> LineageEvents.batch(body("[".repeat(100_000))))
                .withMessageStartingWith("REST-REQUEST-400-001");
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
