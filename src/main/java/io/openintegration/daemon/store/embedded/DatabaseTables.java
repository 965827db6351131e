package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.types.TypeCatalogue;

/** All statements for the tables of one metadata server. */
record DatabaseTables(ElementQueries elements, RelationshipQueries relationships, BatchWrites writes) {

    static DatabaseTables of(SchemaName schema, TypeCatalogue types) {
        return new DatabaseTables(
                new ElementQueries(schema, types), new RelationshipQueries(schema), new BatchWrites(schema, types));
    }
}
