package io.openintegration.daemon.persistence;

import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;

/** Binds arrays of UUIDs. */
final class UuidArray {

    private UuidArray() {}

    /** Jdbi's own asks the statement for its connection, and one from a pool's cache of statements names one that was closed. */
    static Argument of(UUID[] values) {
        return (position, statement, context) ->
                statement.setArray(position, context.getConnection().createArrayOf("uuid", values));
    }
}
