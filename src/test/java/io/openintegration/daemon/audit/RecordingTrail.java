package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditQuery;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditTrail;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is filed; fails while it is told to. */
final class RecordingTrail implements AuditTrail {

    final List<AuditRecord> filed = new ArrayList<>();
    boolean failing;

    @Override
    public void file(AuditRecord auditRecord) {
        if (failing) {
            throw new IllegalStateException("database away");
        }
        filed.add(auditRecord);
    }

    @Override
    public List<AuditRecord> find(AuditQuery query) {
        return filed;
    }
}
