package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.ForeignKey;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Where tables are.
 *
 * @param schema empty where the tables are in the database itself
 */
record SchemaPlace(DatabaseNames names, String database, Optional<String> schema) {

    QualifiedName table(String name) {
        return names.table(database, schema, name);
    }

    ItemKey tableKey(String name) {
        return names.tableKey(database, schema, name);
    }

    /** Stands for whatever of the schema could not be read. */
    ItemKey restKey() {
        return names.restKey(database, schema);
    }

    /** Where the table is to which a table of this place refers: without schemas, in the database that the key names. */
    SchemaPlace of(ForeignKey key) {
        return schema.isPresent()
                ? new SchemaPlace(names, database, key.schema())
                : new SchemaPlace(names, key.schema().orElse(database), Optional.empty());
    }

    /** Its name in the choice of tables. */
    String innermost() {
        return schema.orElse(database);
    }

    /** For people: the columns of a table of this place, and those to which they refer. */
    String shown(ForeignKey key) {
        return list(key.columns()) + " -> " + of(key) + "." + key.table() + " " + list(key.keyColumns());
    }

    static String list(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }

    /** For people. */
    @Override
    public String toString() {
        return DatabaseNames.dotted(database, schema);
    }
}
