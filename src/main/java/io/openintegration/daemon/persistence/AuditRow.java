package io.openintegration.daemon.persistence;

import io.openintegration.daemon.message.AuditComponent;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditedException;
import io.openintegration.daemon.message.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An audit record as the row of a table: columns by name. */
final class AuditRow {

    private final Map<String, Object> columns = new LinkedHashMap<>();

    private AuditRow() {}

    static Map<String, Object> of(AuditRecord auditRecord) {
        AuditRow row = new AuditRow();
        row.text("guid", auditRecord.guid());
        row.columns.put("incarnation", auditRecord.incarnation());
        row.columns.put("sequence_number", auditRecord.sequence());
        row.columns.put("time_stamp", auditRecord.timeStamp().atOffset(ZoneOffset.UTC));
        row.originator(auditRecord.originator());
        row.component(auditRecord.component());
        row.text("action_description", auditRecord.action());
        row.columns.put("thread_id", auditRecord.threadId());
        row.text("thread_name", auditRecord.threadName());
        row.columns.put("severity_code", auditRecord.severity().code());
        row.text("message_id", auditRecord.messageId());
        row.text("message_text", auditRecord.messageText());
        row.text("message_folded", folded(auditRecord.messageText()));
        row.columns.put("message_parameters", TextListJson.write(auditRecord.messageParameters()));
        row.text("system_action", auditRecord.systemAction());
        row.text("user_action", auditRecord.userAction());
        row.exception(auditRecord.exception());
        return row.columns;
    }

    static AuditRecord read(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getString("guid"),
                row.getLong("incarnation"),
                row.getLong("sequence_number"),
                timeStamp(row),
                new AuditOriginator(
                        row.getString("server_name"), row.getString("server_type"), row.getString("organization_name")),
                new AuditComponent(
                        row.getInt("component_id"),
                        row.getString("component_name"),
                        row.getString("component_description")),
                row.getString("action_description"),
                row.getLong("thread_id"),
                row.getString("thread_name"),
                severity(row.getInt("severity_code")),
                row.getString("message_id"),
                row.getString("message_text"),
                TextListJson.read(row.getString("message_parameters")),
                row.getString("system_action"),
                row.getString("user_action"),
                readException(row));
    }

    /** Upper and lower case are folded here and not by the database, whose folding depends on its locale. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private void originator(AuditOriginator originator) {
        text("server_name", originator.serverName());
        text("server_type", originator.serverType());
        text("organization_name", originator.organizationName());
    }

    private void component(AuditComponent component) {
        columns.put("component_id", component.id());
        text("component_name", component.name());
        text("component_description", component.description());
    }

    private void exception(Optional<AuditedException> exception) {
        text("exception_class", exception.map(AuditedException::className).orElse(null));
        text("exception_message", exception.map(AuditedException::message).orElse(null));
        text(
                "exception_stack_trace",
                exception.map(AuditedException::stackTrace).orElse(null));
    }

    private void text(String column, String value) {
        columns.put(column, StorableText.of(value));
    }

    private static Instant timeStamp(ResultSet row) throws SQLException {
        return row.getObject("time_stamp", OffsetDateTime.class).toInstant();
    }

    private static Severity severity(int code) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.code() == code)
                .findFirst()
                .orElse(Severity.UNKNOWN);
    }

    private static Optional<AuditedException> readException(ResultSet row) throws SQLException {
        String className = row.getString("exception_class");
        return className == null
                ? Optional.empty()
                : Optional.of(new AuditedException(
                        className, row.getString("exception_message"), row.getString("exception_stack_trace")));
    }
}
