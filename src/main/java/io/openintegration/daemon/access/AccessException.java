package io.openintegration.daemon.access;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;

/** What users, passwords or tokens are asked for cannot be done; the reason is an {@link AccessMessage}. */
public final class AccessException extends DaemonException {

    private static final long serialVersionUID = 1L;

    public AccessException(Message reason) {
        super(reason);
    }
}
