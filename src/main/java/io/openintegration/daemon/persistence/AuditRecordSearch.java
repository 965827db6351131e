package io.openintegration.daemon.persistence;

import io.openintegration.daemon.message.AuditQuery;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.Severity;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The statement for a query of the audit trail: only the criteria that are given. */
final class AuditRecordSearch {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final StringBuilder conditions = new StringBuilder("server_name = :serverName");
    private final Map<String, Object> values = new LinkedHashMap<>();

    AuditRecordSearch(AuditQuery query) {
        values.put("serverName", StorableText.of(query.serverName()));
        values.put("startFrom", query.startFrom());
        values.put("pageSize", query.pageSize());
        if (!query.severities().isEmpty()) {
            conditions.append(" AND severity_code IN (").append(codes(query)).append(')');
        }
        query.messageId().ifPresent(id -> and("message_id = :messageId", "messageId", StorableText.of(id)));
        query.from().ifPresent(from -> and("time_stamp >= :from", "from", storable(from)));
        query.to().ifPresent(to -> and("time_stamp < :to", "to", storable(to)));
        query.text().ifPresent(text -> and("message_folded LIKE :pattern ESCAPE '!'", "pattern", containing(text)));
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

    /** Years of four digits: databases differ in what they take beyond, and no record is from there. */
    private static OffsetDateTime storable(Instant time) {
        Instant notBefore = time.isBefore(EARLIEST) ? EARLIEST : time;
        return (notBefore.isAfter(LATEST) ? LATEST : notBefore).atOffset(ZoneOffset.UTC);
    }

    /** The pattern for texts that hold this one, folded. */
    static String containing(String text) {
        String literal =
                AuditRow.folded(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + StorableText.of(literal) + "%";
    }
}
