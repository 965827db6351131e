package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;

/** Events are not accepted now: nothing of the request was kept, and it may be repeated later. */
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
