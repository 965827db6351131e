package io.openintegration.daemon.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One record of the audit log (Egeria's protocol), complete and immutable.
 *
 * @param guid unique; filing a record of the same guid twice is harmless
 * @param incarnation tells the starts of one server apart: the time of the server's start in milliseconds since 1970
 * @param sequence position of the record in its incarnation, from 1 without gaps; a missing number is a lost record
 * @param action what the code was doing
 * @param exception the exception, where one was the cause
 */
public record AuditRecord(
        String guid,
        long incarnation,
        long sequence,
        Instant timeStamp,
        AuditOriginator originator,
        AuditComponent component,
        String action,
        long threadId,
        String threadName,
        Severity severity,
        String messageId,
        String messageText,
        List<String> messageParameters,
        String systemAction,
        String userAction,
        Optional<AuditedException> exception) {

    public AuditRecord {
        messageParameters = List.copyOf(messageParameters);
    }
}
