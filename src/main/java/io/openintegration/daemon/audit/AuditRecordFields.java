package io.openintegration.daemon.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.message.AuditComponent;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditedException;
import io.openintegration.daemon.message.Severity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Takes an audit record out of its JSON object. Fields that it does not know are left alone. */
final class AuditRecordFields {

    private final JsonNode json;

    AuditRecordFields(JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new UnreadableAuditRecordException("no object");
        }
        this.json = json;
    }

    AuditRecord auditRecord() {
        return new AuditRecord(
                identifier("guid"),
                number("incarnation"),
                number("sequence"),
                timeStamp(),
                originator(new AuditRecordFields(json.path("originator"))),
                component(new AuditRecordFields(json.path("reportingComponent"))),
                text("actionDescription"),
                number("threadId"),
                text("threadName"),
                severity(),
                identifier("messageId"),
                text("messageText"),
                messageParameters(),
                text("systemAction"),
                text("userAction"),
                exception());
    }

    private static AuditOriginator originator(AuditRecordFields fields) {
        return new AuditOriginator(
                fields.identifier("serverName"), fields.text("serverType"), fields.text("organizationName"));
    }

    private static AuditComponent component(AuditRecordFields fields) {
        return new AuditComponent(
                (int) fields.number("componentId"), fields.text("componentName"), fields.text("componentDescription"));
    }

    private Instant timeStamp() {
        try {
            return OffsetDateTime.parse(identifier("timeStamp")).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableAuditRecordException("timeStamp");
        }
    }

    private Severity severity() {
        return Severity.ofDisplayName(identifier("severity"))
                .orElseThrow(() -> new UnreadableAuditRecordException("severity"));
    }

    private List<String> messageParameters() {
        return StreamSupport.stream(json.path("messageParameters").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private Optional<AuditedException> exception() {
        return json.has("exceptionClassName")
                ? Optional.of(new AuditedException(
                        text("exceptionClassName"), text("exceptionMessage"), text("exceptionStackTrace")))
                : Optional.empty();
    }

    /** A text that must be there. */
    private String identifier(String field) {
        String value = text(field);
        if (value.isEmpty()) {
            throw new UnreadableAuditRecordException(field);
        }
        return value;
    }

    /** A text, empty where there is none: peers leave out what is empty. */
    private String text(String field) {
        return json.path(field).asText("");
    }

    private long number(String field) {
        JsonNode value = json.path(field);
        if (!value.canConvertToLong()) {
            throw new UnreadableAuditRecordException(field);
        }
        return value.longValue();
    }
}
