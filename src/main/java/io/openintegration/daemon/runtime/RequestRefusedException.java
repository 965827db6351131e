package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;

/** A request of an operator cannot be carried out as it is; nothing was changed. */
public class RequestRefusedException extends DaemonException {

    private static final long serialVersionUID = 1L;

    public RequestRefusedException(Message reason) {
        super(reason);
    }
}
