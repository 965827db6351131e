package io.openintegration.daemon.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.AuditComponent;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditedException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Audit records as JSON text, with the field names of Egeria's protocol plus {@code incarnation} and {@code sequence}.
 * The text is plain ASCII (other characters are escaped), so that no broker can spoil it. Stateless.
 */
public final class AuditRecordJson {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private AuditRecordJson() {}

    public static String write(AuditRecord auditRecord) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("class", "OMRSAuditLogRecord");
        json.put("guid", auditRecord.guid());
        json.put("incarnation", auditRecord.incarnation());
        json.put("sequence", auditRecord.sequence());
        json.put("timeStamp", TIME.format(auditRecord.timeStamp().atOffset(ZoneOffset.UTC)));
        json.set("originator", originator(auditRecord.originator()));
        // the name of the field in Egeria up to 5, and from 6
        json.set("originatorComponent", component(auditRecord.component()));
        json.set("reportingComponent", component(auditRecord.component()));
        json.put("actionDescription", auditRecord.action());
        json.put("threadId", auditRecord.threadId());
        json.put("threadName", auditRecord.threadName());
        json.put("severityCode", auditRecord.severity().code());
        json.put("severity", auditRecord.severity().displayName());
        json.put("messageId", auditRecord.messageId());
        json.put("messageText", auditRecord.messageText());
        auditRecord.messageParameters().forEach(json.putArray("messageParameters")::add);
        json.put("systemAction", auditRecord.systemAction());
        json.put("userAction", auditRecord.userAction());
        auditRecord.exception().ifPresent(exception -> putException(json, exception));
        return text(json);
    }

    /** Several records as one text, in their order. */
    static String writeAll(List<AuditRecord> auditRecords) {
        return auditRecords.stream().map(AuditRecordJson::write).collect(Collectors.joining(",", "[", "]"));
    }

    /**
     * Reads what {@link #write} or {@link #writeAll} wrote.
     *
     * @param unreadable is told of each part that is anything else (AUDIT-LOG-400-001)
     * @return the others, in their order
     */
    static List<AuditRecord> readAll(String text, Consumer<UnreadableAuditRecordException> unreadable) {
        List<AuditRecord> readable = new ArrayList<>();
        try {
            JsonNode parsed = MAPPER.readTree(text);
            for (JsonNode part : parsed.isArray() ? parsed : List.of(parsed)) {
                try {
                    readable.add(new AuditRecordFields(part).auditRecord());
                } catch (UnreadableAuditRecordException e) {
                    unreadable.accept(e);
                }
            }
        } catch (JsonProcessingException e) {
            unreadable.accept(new UnreadableAuditRecordException("syntax"));
        }
        return readable;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UnreadableAuditRecordException (AUDIT-LOG-400-001) where the text is anything else
     */
    public static AuditRecord read(String text) {
        try {
            JsonNode parsed = MAPPER.readTree(text);
            return new AuditRecordFields(parsed).auditRecord();
        } catch (JsonProcessingException e) {
            throw new UnreadableAuditRecordException("syntax");
        }
    }

    private static ObjectNode originator(AuditOriginator originator) {
        return MAPPER.createObjectNode()
                .put("serverName", originator.serverName())
                .put("serverType", originator.serverType())
                .put("organizationName", originator.organizationName());
    }

    private static ObjectNode component(AuditComponent component) {
        return MAPPER.createObjectNode()
                .put("componentId", component.id())
                .put("componentName", component.name())
                .put("componentDescription", component.description());
    }

    private static void putException(ObjectNode json, AuditedException exception) {
        json.put("exceptionClassName", exception.className());
        json.put("exceptionMessage", exception.message());
        json.put("exceptionStackTrace", exception.stackTrace());
    }

    private static String text(ObjectNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
