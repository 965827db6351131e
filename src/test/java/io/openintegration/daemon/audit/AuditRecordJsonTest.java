package io.openintegration.daemon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditedException;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.testing.AuditRecords;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditRecordJsonTest {

    private static final AuditRecord FAILED = AuditRecords.of(
            7,
            Severity.EXCEPTION,
            "TEST-0007",
            "größer \uD83D\uDE00 \u2028",
            Optional.of(new AuditedException("java.io.IOException", "disk full", "a\n\tat b")));

    @Test
    void recordIsReadAsItWasWritten() {
        assertThat(AuditRecordJson.read(AuditRecordJson.write(FAILED))).isEqualTo(FAILED);
        AuditRecord plain = AuditRecords.numbered(1);
        assertThat(AuditRecordJson.read(AuditRecordJson.write(plain))).isEqualTo(plain);
    }

    @Test
    void textIsAscii() {
        assertThat(AuditRecordJson.write(FAILED)).matches("\\p{ASCII}+");
    }

    @Test
    void fieldsAreThoseOfThePeer() throws Exception {
        JsonNode json = new ObjectMapper().readTree(AuditRecordJson.write(FAILED));

        assertThat(json.path("class").asText()).isEqualTo("OMRSAuditLogRecord");
        assertThat(json.path("timeStamp").asText()).isEqualTo("2025-11-22T12:00:07.000+00:00");
        assertThat(json.at("/originator/serverName").asText()).isEqualTo("integration-daemon");
        assertThat(json.at("/originatorComponent/componentId").asInt()).isEqualTo(4000);
        assertThat(json.at("/reportingComponent/componentName").asText()).isEqualTo("Test");
        assertThat(json.path("severityCode").asInt()).isEqualTo(6);
        assertThat(json.path("severity").asText()).isEqualTo("Exception");
        assertThat(json.path("exceptionClassName").asText()).isEqualTo("java.io.IOException");
    }

    @Test
    void unknownFieldsAreLeftAlone() {
        String text = AuditRecordJson.write(FAILED).replaceFirst("\\{", "{\"later\":{\"a\":[1]},");

        assertThat(AuditRecordJson.read(text)).isEqualTo(FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "7", "[]", "{}", "{", "{\"guid\":\"x\"}", "rO0ABXNyAA=="})
    void anythingElseIsUnreadable(String text) {
        assertThatThrownBy(() -> AuditRecordJson.read(text))
                .isInstanceOf(UnreadableAuditRecordException.class)
                .hasMessageStartingWith("AUDIT-LOG-400-001");
    }

    @Test
    void deeplyNestedTextIsUnreadable() {
        assertThatThrownBy(() -> AuditRecordJson.read("[".repeat(100_000)))
                .isInstanceOf(UnreadableAuditRecordException.class);
    }
}
