package io.openintegration.daemon.testing;

import io.openintegration.daemon.message.AuditComponent;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditedException;
import io.openintegration.daemon.message.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Audit records to test with. */
public final class AuditRecords {

    public static final Instant NOON = Instant.parse("2025-11-22T12:00:00Z");

    private AuditRecords() {}

    /** Record number n of the server "integration-daemon", written n seconds after noon. */
    public static AuditRecord numbered(long n) {
        return of(n, Severity.STARTUP, "TEST-000" + n, "Text number " + n, Optional.empty());
    }

    public static AuditRecord of(
            long n, Severity severity, String messageId, String text, Optional<AuditedException> exception) {
        return of("integration-daemon", n, severity, messageId, text, exception);
    }

    public static AuditRecord of(
            String server,
            long n,
            Severity severity,
            String messageId,
            String text,
            Optional<AuditedException> exception) {
        return new AuditRecord(
                "guid-" + server + "-" + n,
                NOON.toEpochMilli(),
                n,
                NOON.plusSeconds(n),
                new AuditOriginator(server, "Integration Daemon", ""),
                new AuditComponent(4000, "Test", "The component under test."),
                "testing",
                17,
                "worker-1",
                severity,
                messageId,
                text,
                List.of("first", "zweiter \uD83D\uDE00"),
                "Nothing was done.",
                "Do nothing.",
                exception);
    }
}
