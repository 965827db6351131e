package io.openintegration.daemon.store.embedded;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * An array of UUIDs. Jdbi's own asks the statement for its connection, and a statement from a cache of statements, which pools of
 * application servers may have, names one that was closed.
 */
record UuidArray(Collection<UUID> values) implements Argument {

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
        statement.setArray(position, context.getConnection().createArrayOf("uuid", values.toArray()));
    }
}
