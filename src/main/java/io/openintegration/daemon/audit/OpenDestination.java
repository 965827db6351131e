package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.Message;
import java.util.List;
import java.util.function.Supplier;

/** A destination of one server that is open; reports what it had to drop to the server's audit log. */
final class OpenDestination {

    private static final String ACTION = "deliverAuditRecords";

    private final String server;
    private final BufferedAuditDestination destination;
    private final AuditOutlet outlet;
    private final Supplier<AuditLog> log;

    OpenDestination(String server, BufferedAuditDestination destination, Supplier<AuditLog> log) {
        this.server = server;
        this.destination = destination;
        this.outlet = new AuditOutlet(destination);
        this.log = log;
    }

    synchronized void offer(AuditRecord auditRecord) {
        outlet.offer(auditRecord, this::reportLosses);
    }

    AuditDelivery delivery() {
        AuditDelivery delivery = destination.delivery();
        return new AuditDelivery(
                server + " " + delivery.destination(),
                delivery.backlog(),
                delivery.dropped(),
                delivery.failingSince(),
                delivery.lastFailure());
    }

    void beginClosing() {
        destination.beginClosing();
    }

    /** Within the flush time; what cannot be written by then is reported. */
    void close() {
        long droppedBefore = destination.delivery().dropped();
        destination.close();
        reportLosses();
        long left = destination.delivery().dropped() - droppedBefore;
        if (left > 0) {
            log.get().log(ACTION, AuditMessage.RECORDS_GIVEN_UP.with(left, server, destination.name()));
        }
    }

    /** Called by the destination's thread when there is room again. The log is told outside of the lock. */
    private void reportLosses() {
        takeLosses().forEach(message -> log.get().log(ACTION, message));
    }

    private synchronized List<Message> takeLosses() {
        return outlet.takeLosses().stream()
                .map(loss -> AuditMessage.RECORDS_MISSED.with(
                        loss.count(), server, loss.incarnation(), loss.first(), loss.last(), destination.name()))
                .toList();
    }
}
