package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;

/** A request cannot be understood or is not allowed; nothing was changed. */
public final class RejectedRequestException extends DaemonException {

    private static final long serialVersionUID = 1L;

    public RejectedRequestException(Message reason) {
        super(reason);
    }
}
