package io.openintegration.daemon.message;

import java.util.List;

/** Port: the audit records that were filed, for queries. Safe from any thread. */
public interface AuditTrail {

    /** Files a record. Filing it again (same guid) changes nothing. */
    void file(AuditRecord auditRecord);

    /** The same with several records, which is faster where the trail can do it at once. */
    default void fileAll(List<AuditRecord> auditRecords) {
        auditRecords.forEach(this::file);
    }

    /** The records that match, newest first; never null. */
    List<AuditRecord> find(AuditQuery query);
}
