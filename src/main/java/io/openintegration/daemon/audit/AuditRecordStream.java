package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditComponent;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditedException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The records of one start of a server, in their order. Numbering and handing over happen under one lock, so that every
 * sink sees the sequence as it is counted; sinks never block, so the lock is held for a moment only.
 */
final class AuditRecordStream {

    private final AuditOriginator originator;
    private final AuditComponent ownComponent;
    private final Clock clock;
    private final long incarnation;
    private final List<AuditOutlet> outlets;
    private final Runnable whenRoom = this::reportLosses;
    private long sequence;

    AuditRecordStream(
            AuditOriginator originator, AuditComponent ownComponent, Clock clock, List<? extends AuditSink> sinks) {
        this.originator = originator;
        this.ownComponent = ownComponent;
        this.clock = clock;
        this.incarnation = clock.millis();
        this.outlets = sinks.stream().map(AuditOutlet::new).toList();
    }

    synchronized void publish(
            AuditComponent component, String action, Message message, Optional<AuditedException> exception) {
        AuditRecord auditRecord = newRecord(component, action, message, exception);
        for (AuditOutlet outlet : outlets) {
            outlet.offer(auditRecord, whenRoom);
        }
    }

    /** Called by a sink's thread when the sink takes records again. */
    private synchronized void reportLosses() {
        for (AuditOutlet outlet : outlets) {
            outlet.takeLosses()
                    .forEach(lost -> publish(
                            ownComponent,
                            "deliverAuditRecords",
                            AuditMessage.RECORDS_LOST.with(lost.count(), lost.first(), lost.last(), outlet.name()),
                            Optional.empty()));
        }
    }

    private AuditRecord newRecord(
            AuditComponent component, String action, Message message, Optional<AuditedException> exception) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Thread thread = Thread.currentThread();
        MessageText text = message.definition().text();
        return new AuditRecord(
                UUID.randomUUID().toString(),
                incarnation,
                ++sequence,
                now,
                originator,
                component,
                action,
                thread.getId(),
                thread.getName(),
                text.severity(),
                text.id(),
                message.text(),
                message.parameters(),
                text.systemAction(),
                text.userAction(),
                exception);
    }
}
