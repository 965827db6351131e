package io.openintegration.daemon.spi;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;

/** A connector cannot go on. Its message is shown as the connector's {@code failingExceptionMessage}. */
public class ConnectorException extends DaemonException {

    private static final long serialVersionUID = 1L;

    private final FailureOrigin origin;

    public ConnectorException(FailureOrigin origin, Message reason) {
        this(origin, reason, null);
    }

    public ConnectorException(FailureOrigin origin, Message reason, Throwable cause) {
        super(reason, cause);
        this.origin = origin;
    }

    public FailureOrigin origin() {
        return origin;
    }
}
