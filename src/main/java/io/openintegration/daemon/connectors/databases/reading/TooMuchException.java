package io.openintegration.daemon.connectors.databases.reading;

import java.sql.SQLException;

/** A database says more than is taken in. The message names the limit, and nothing that came from the database. */
public final class TooMuchException extends SQLException {

    private static final long serialVersionUID = 1L;

    TooMuchException(String limit) {
        super(limit);
    }
}
