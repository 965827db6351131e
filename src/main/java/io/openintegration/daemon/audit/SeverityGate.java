package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.Severity;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets the records of some severities through to a sink that several servers share.
 *
 * @param severities which at this moment; asked for each record
 */
public record SeverityGate(AuditSink sink, Supplier<Set<Severity>> severities) implements AuditSink {

    @Override
    public String name() {
        return sink.name();
    }

    @Override
    public boolean accept(AuditRecord auditRecord, Runnable whenRoom) {
        return !severities.get().contains(auditRecord.severity()) || sink.accept(auditRecord, whenRoom);
    }
}
