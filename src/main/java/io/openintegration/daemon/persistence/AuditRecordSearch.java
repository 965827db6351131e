package io.openintegration.daemon.persistence;

import io.openintegration.daemon.message.AuditQuery;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.Severity;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The statement for a query of the audit trail: only the criteria that are given. */
final class AuditRecordSearch {

    private final StringBuilder conditions = new StringBuilder("server_name = :serverName");
    private final Map<String, Object> values = new LinkedHashMap<>();

    AuditRecordSearch(AuditQuery query) {
        values.put("serverName", query.serverName());
        values.put("startFrom", query.startFrom());
        values.put("pageSize", query.pageSize());
        if (!query.severities().isEmpty()) {
            conditions.append(" AND severity_code IN (").append(codes(query)).append(')');
        }
        query.messageId().ifPresent(id -> and("message_id = :messageId", "messageId", id));
        query.from().ifPresent(from -> and("time_stamp >= :from", "from", from.atOffset(ZoneOffset.UTC)));
        query.to().ifPresent(to -> and("time_stamp < :to", "to", to.atOffset(ZoneOffset.UTC)));
        query.text()
                .ifPresent(text ->
                        and("LOWER(message_text) LIKE LOWER(:pattern) ESCAPE '!'", "pattern", containing(text)));
    }

    List<AuditRecord> run(Handle handle) {
        return handle.createQuery("SELECT * FROM \"daemon\".audit_record WHERE " + conditions
                        + " ORDER BY time_stamp DESC, incarnation DESC, sequence_number DESC"
                        + " OFFSET :startFrom ROWS FETCH FIRST :pageSize ROWS ONLY")
                .bindMap(values)
                .map((row, context) -> AuditRow.read(row))
                .list();
    }

    private void and(String condition, String name, Object value) {
        conditions.append(" AND ").append(condition);
        values.put(name, value);
    }

    /** Numbers of our own enum, so they may stand in the statement. */
    private static String codes(AuditQuery query) {
        return query.severities().stream()
                .map(Severity::code)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static String containing(String text) {
        String literal = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + StorableText.of(literal) + "%";
    }
}
