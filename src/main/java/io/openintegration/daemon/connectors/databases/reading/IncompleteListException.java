package io.openintegration.daemon.connectors.databases.reading;

import java.sql.SQLException;

/** The account may not see everything, so that it is not known what there is. */
public final class IncompleteListException extends SQLException {

    private static final long serialVersionUID = 1L;

    IncompleteListException(String right) {
        super(right);
    }

    /** The right that the account needs. */
    public String right() {
        return getMessage();
    }
}
