package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditTrail;
import java.util.List;

/** What is done with records from the queue: they are filed, then each is handed to the other destinations of its server. */
record AuditDispatch(AuditTrail trail, AuditRoutes routes) {

    /** @throws RuntimeException what the trail threw; the other destinations were not given any of the records then */
    void dispatch(List<AuditRecord> auditRecords) {
        trail.fileAll(auditRecords.stream().filter(this::isFiled).toList());
        auditRecords.forEach(routes::deliver);
    }

    private boolean isFiled(AuditRecord auditRecord) {
        return routes.plan(auditRecord.originator().serverName()).trail().contains(auditRecord.severity());
    }
}
