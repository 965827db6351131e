package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditTrail;

/** What is done with a record from the queue: it is filed, then handed to the other destinations of its server. */
record AuditDispatch(AuditTrail trail, AuditRoutes routes) {

    /** @throws RuntimeException what the trail threw; the other destinations were not given the record then */
    void dispatch(AuditRecord auditRecord) {
        ServerPlan plan = routes.plan(auditRecord.originator().serverName());
        if (plan.trail().contains(auditRecord.severity())) {
            trail.file(auditRecord);
        }
        routes.deliver(auditRecord);
    }
}
