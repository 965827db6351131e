package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.Severity;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ThreadFactory;

/**
 * A destination behind a bounded buffer and a thread of its own; may be shared by the logs of all servers. Close it
 * after the last record of the last server, so that shutdown records are seen.
 */
public final class BufferedAuditDestination implements AuditSink, AutoCloseable {

    private final String name;
    private final Set<Severity> severities;
    private final DestinationTrouble trouble;
    private final BoundedWriter<AuditRecord> writer;

    /**
     * @param severities records of other severities are left out
     * @param threads makes the one thread that writes
     */
    public BufferedAuditDestination(
            AuditDestination destination,
            Set<Severity> severities,
            WriterLimits limits,
            ThreadFactory threads,
            Clock clock) {
        this.name = destination.name();
        this.severities = Set.copyOf(severities);
        this.trouble = new DestinationTrouble(name, clock);
        this.writer = new BoundedWriter<>(destination, limits, threads, trouble);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean accept(AuditRecord auditRecord, Runnable whenRoom) {
        return !severities.contains(auditRecord.severity()) || writer.offer(auditRecord, whenRoom);
    }

    /** How delivery is going at this moment. */
    public AuditDelivery delivery() {
        return new AuditDelivery(name, writer.backlog(), writer.dropped(), trouble.since(), trouble.lastFailure());
    }

    /** Writes what is in the buffer, within the flush time; later records are dropped. */
    @Override
    public void close() {
        writer.close();
    }
}
