package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.DaemonException;

/** A text is not an audit record in JSON ({@code AUDIT-LOG-400-001}). */
public final class UnreadableAuditRecordException extends DaemonException {

    private static final long serialVersionUID = 1L;

    /** @param what the field that is missing or wrong, or what else is the matter */
    public UnreadableAuditRecordException(String what) {
        super(AuditMessage.UNREADABLE_RECORD.with(what));
    }
}
