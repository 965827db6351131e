package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;

/** Writes audit records to one kind of place. Called by one thread only. */
public interface AuditDestination extends WriterTarget<AuditRecord> {

    /** The name that operators read: "console", "audit queue". */
    String name();
}
