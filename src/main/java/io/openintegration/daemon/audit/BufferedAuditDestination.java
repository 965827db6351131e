package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;

/**
 * A destination behind a bounded buffer and a thread of its own; may be shared by the logs of all servers. Close it
 * after the last record of the last server, so that shutdown records are seen.
 */
public final class BufferedAuditDestination implements AuditSink, AutoCloseable {

    private final String name;
    private final DestinationTrouble trouble;
    private final BoundedWriter<AuditRecord> writer;

    /**
     * @param threads makes the one thread that writes
     * @param report is told when the destination fails, once, and when it works again
     */
    public BufferedAuditDestination(
            AuditDestination destination,
            WriterLimits limits,
            ThreadFactory threads,
            Clock clock,
            TroubleReport report) {
        this.name = destination.name();
        this.trouble = new DestinationTrouble(name, clock, report);
        this.writer = new BoundedWriter<>(destination, limits, threads, trouble);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean accept(AuditRecord auditRecord, Runnable whenRoom) {
        return writer.offer(auditRecord, whenRoom);
    }

    /** How delivery is going at this moment. */
    public AuditDelivery delivery() {
        return new AuditDelivery(name, writer.backlog(), writer.dropped(), trouble.since(), trouble.lastFailure());
    }

    /** Takes no more records; returns at once. Several destinations are closed in the time of one this way. */
    void beginClosing() {
        writer.beginClosing();
    }

    /** Writes what is in the buffer, within the flush time; later records are dropped. */
    @Override
    public void close() {
        writer.close();
    }
}
