package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;

/** Something of a connector's earlier life tried to go on. */
final class LifeOverException extends DaemonException {

    private static final long serialVersionUID = 1L;

    LifeOverException(Message reason) {
        super(reason);
    }
}
