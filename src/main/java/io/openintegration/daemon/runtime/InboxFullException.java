package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;

/** A daemon does not accept events now: it has kept nothing of the request, which may be repeated later. */
public final class InboxFullException extends DaemonException {

    private static final long serialVersionUID = 1L;

    private InboxFullException(Message reason) {
        super(reason);
    }

    /** So many events, of so many bytes, wait already. */
    public static InboxFullException holding(long events, long bytes) {
        return new InboxFullException(RuntimeMessage.INBOX_FULL.with(events, bytes));
    }

    static InboxFullException standingBy(Object daemon) {
        return new InboxFullException(RuntimeMessage.EVENTS_ELSEWHERE.with(daemon));
    }
}
