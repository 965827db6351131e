package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import java.util.ArrayList;
import java.util.List;

/** One server's way to one sink: remembers what the sink had to drop. Used under its owner's lock. */
final class AuditOutlet {

    /**
     * Records of one start of the server that were dropped, of the sequence numbers from first to last (some between may
     * have got through).
     */
    record Loss(long incarnation, long count, long first, long last) {

        Loss and(long sequence) {
            return new Loss(incarnation, count + 1, first, sequence);
        }
    }

    private final AuditSink sink;
    private final List<Loss> losses = new ArrayList<>();

    AuditOutlet(AuditSink sink) {
        this.sink = sink;
    }

    String name() {
        return sink.name();
    }

    void offer(AuditRecord auditRecord, Runnable whenRoom) {
        if (!sink.accept(auditRecord, whenRoom)) {
            note(auditRecord.incarnation(), auditRecord.sequence());
        }
    }

    List<Loss> takeLosses() {
        List<Loss> taken = List.copyOf(losses);
        losses.clear();
        return taken;
    }

    private void note(long incarnation, long sequence) {
        int last = losses.size() - 1;
        if (last >= 0 && losses.get(last).incarnation() == incarnation) {
            losses.set(last, losses.get(last).and(sequence));
        } else {
            losses.add(new Loss(incarnation, 1, sequence, sequence));
        }
    }
}
