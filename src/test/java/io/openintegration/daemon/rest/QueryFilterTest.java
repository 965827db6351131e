package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryFilterTest {

    private static final Map<String, Boolean> KNOWN = Map.of("severity", true, "pageSize", false);

    @Test
    void whatIsKnownIsTakenAndWhatMayBeRepeatedIs() {
        assertThat(QueryFilter.mistake(KNOWN, Map.of("pageSize", List.of("1"), "severity", List.of("Error", "Event"))))
                .isEmpty();
    }

    @Test
    void unknownParameterIsNamedWithThoseThatAreKnown() {
        assertThat(QueryFilter.mistake(KNOWN, Map.of("pagesize", List.of("1"))).map(Message::toString))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("REST-HTTP-400-003").contains("pagesize", "pageSize"));
    }

    @Test
    void repeatedParameterIsNamed() {
        assertThat(QueryFilter.mistake(KNOWN, Map.of("pageSize", List.of("1", "1")))
                        .map(Message::toString))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("REST-HTTP-400-004").contains("pageSize"));
    }
}
