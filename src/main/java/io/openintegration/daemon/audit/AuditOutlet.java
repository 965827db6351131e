package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.Message;
import java.util.Optional;

/** One server's way to one sink: remembers what the sink had to drop. Used under the stream's lock. */
final class AuditOutlet {

    /** Records that were dropped, of the sequence numbers from first to last (some between may have got through). */
    record Loss(long count, long first, long last) {

        Message message(String destination) {
            return AuditMessage.RECORDS_LOST.with(count, first, last, destination);
        }

        Loss and(long sequence) {
            return new Loss(count + 1, first, sequence);
        }
    }

    private final AuditSink sink;
    private Optional<Loss> loss = Optional.empty();

    AuditOutlet(AuditSink sink) {
        this.sink = sink;
    }

    String name() {
        return sink.name();
    }

    void offer(AuditRecord auditRecord, Runnable whenRoom) {
        if (!sink.accept(auditRecord, whenRoom)) {
            long sequence = auditRecord.sequence();
            loss = Optional.of(loss.map(known -> known.and(sequence)).orElseGet(() -> new Loss(1, sequence, sequence)));
        }
    }

    Optional<Loss> takeLoss() {
        Optional<Loss> taken = loss;
        loss = Optional.empty();
        return taken;
    }
}
