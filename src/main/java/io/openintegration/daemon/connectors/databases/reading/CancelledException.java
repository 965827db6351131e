package io.openintegration.daemon.connectors.databases.reading;

/** The one who reads was told to end. */
public final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CancelledException(Throwable cause) {
        super("told to end", cause);
    }
}
