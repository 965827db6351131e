package io.openintegration.daemon.platform;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;

/** A named server cannot serve a request: it is not started, or of another type. */
public class ServerUnavailableException extends DaemonException {

    private static final long serialVersionUID = 1L;

    public ServerUnavailableException(Message reason) {
        super(reason);
    }
}
