package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;

/** A request was passed on to the node that runs the daemon, and that has not carried it out, as far as is known. */
public class NoAnswerException extends DaemonException {

    private static final long serialVersionUID = 1L;

    public NoAnswerException(Message reason) {
        super(reason);
    }
}
