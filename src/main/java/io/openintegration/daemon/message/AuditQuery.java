package io.openintegration.daemon.message;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What to look for in the audit trail. All given criteria must hold.
 *
 * @param severities any of these; empty means every severity
 * @param messageId exact id
 * @param text part of the message text, ignoring case
 * @param from records at or after this time
 * @param to records before this time
 * @param startFrom how many matching records to skip, from 0
 * @param pageSize how many to return at the most, from 1
 */
public record AuditQuery(
        String serverName,
        Set<Severity> severities,
        Optional<String> messageId,
        Optional<String> text,
        Optional<Instant> from,
        Optional<Instant> to,
        int startFrom,
        int pageSize) {

    public AuditQuery {
        severities = Set.copyOf(severities);
    }
}
