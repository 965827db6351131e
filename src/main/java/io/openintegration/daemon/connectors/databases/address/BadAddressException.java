package io.openintegration.daemon.connectors.databases.address;

/** A JDBC URL is not one that is let through. Its message may be shown to everybody: it names properties, and never a value. */
public final class BadAddressException extends Exception {

    private static final long serialVersionUID = 1L;

    BadAddressException(String reason) {
        super(reason);
    }
}
