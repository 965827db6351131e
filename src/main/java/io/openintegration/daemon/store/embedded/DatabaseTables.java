package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.sql.Connection;

/** All statements for the tables of one metadata server. */
record DatabaseTables(
        SchemaName schema,
        TypeCatalogue types,
        ElementQueries elements,
        ElementSearch search,
        RelationshipQueries relationships,
        RelationshipSearch relationshipSearch,
        Receipts receipts) {

    static DatabaseTables of(SchemaName schema, TypeCatalogue types) {
        ElementQueries elements = new ElementQueries(schema);
        RelationshipQueries relationships = new RelationshipQueries(schema);
        return new DatabaseTables(
                schema,
                types,
                elements,
                new ElementSearch(schema, types, elements),
                relationships,
                new RelationshipSearch(schema, relationships),
                new Receipts(schema));
    }

    BatchWrites writes(Connection connection) {
        return new BatchWrites(connection, schema, types);
    }
}
