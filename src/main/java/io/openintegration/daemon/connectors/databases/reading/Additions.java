package io.openintegration.daemon.connectors.databases.reading;

import java.sql.SQLException;

/** What an engine tells of its tables beside what JDBC's metadata does. */
interface Additions {

    /** Nothing. */
    Additions NONE = (schema, receiver) -> relation -> relation;

    /** For the tables of one schema. */
    interface OfSchema {
        Relation to(Relation relation);
    }

    /** @param receiver knows which tables are asked for */
    OfSchema of(Schema schema, TableReceiver receiver) throws SQLException;
}
