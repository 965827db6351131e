package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;

/** Where a server's audit log hands its records. Never blocks, never throws, safe from any thread. */
public interface AuditSink {

    /** The destination's name as operators read it: "console", "audit queue". */
    String name();

    /**
     * Takes a record, or drops it where there is no room.
     *
     * @param whenRoom called once, by another thread, when records are taken again; not called where this one was taken
     * @return whether the record was taken; true as well for a record that the destination is not interested in
     */
    boolean accept(AuditRecord auditRecord, Runnable whenRoom);
}
