package io.openintegration.daemon.message;

import java.util.List;

/** Port: the audit records that were filed, for queries. Safe from any thread. */
public interface AuditTrail {

    /** Files a record. Filing it again (same guid) changes nothing. */
    void file(AuditRecord auditRecord);

    /** The records that match, newest first; never null. */
    List<AuditRecord> find(AuditQuery query);
}
