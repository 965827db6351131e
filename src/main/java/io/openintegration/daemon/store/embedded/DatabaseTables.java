package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.sql.Connection;

/** All statements for the tables of one metadata server. */
record DatabaseTables(
        SchemaName schema, TypeCatalogue types, ElementQueries elements, RelationshipQueries relationships) {

    static DatabaseTables of(SchemaName schema, TypeCatalogue types) {
        return new DatabaseTables(schema, types, new ElementQueries(schema, types), new RelationshipQueries(schema));
    }

    BatchWrites writes(Connection connection) {
        return new BatchWrites(connection, schema, types);
    }
}
