package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.Optional;

/**
 * The names of what is in the databases of one server. Qualified names are those of OpenLineage: the namespace of the server, and
 * the parts with dots between them, as they are. Keys are never the same for two things, whatever characters the names have.
 *
 * @param namespace {@code postgres://host:port}
 */
record DatabaseNames(String namespace) {

    private static final String SCHEMA_TYPE = "RelationalDBSchemaType::";
    private static final String COLUMN = "RelationalColumn::";

    QualifiedName server() {
        return new QualifiedName(namespace);
    }

    /** Of a database, of a schema in it, of a table in that. */
    QualifiedName of(String database, Optional<String> schema) {
        return new QualifiedName(namespace + "::" + dotted(database, schema));
    }

    QualifiedName table(String database, Optional<String> schema, String table) {
        return new QualifiedName(of(database, schema) + "." + table);
    }

    /** Of the type of a database or schema, which is an element of its own. */
    QualifiedName schemaType(String database, Optional<String> schema) {
        return new QualifiedName(SCHEMA_TYPE + of(database, schema));
    }

    /** As the columns of files are named: no column of one table can have the name of one of another. */
    static QualifiedName column(QualifiedName table, String column) {
        return new QualifiedName(
                COLUMN + table + "::" + column.replace("%", "%25").replace(":", "%3A"));
    }

    static String dotted(String database, Optional<String> schema) {
        return schema.map(name -> database + "." + name).orElse(database);
    }

    ItemKey serverKey() {
        return new ItemKey(namespace);
    }

    ItemKey databaseKey(String database) {
        return new ItemKey(namespace + "/" + escaped(database));
    }

    ItemKey schemaKey(String database, String schema) {
        return new ItemKey(databaseKey(database) + "/" + escaped(schema));
    }

    ItemKey schemaTypeKey(String database, Optional<String> schema) {
        return new ItemKey(
                (schema.isPresent() ? schemaKey(database, schema.get()) : databaseKey(database)) + "/#tables");
    }

    ItemKey tableKey(String database, Optional<String> schema, String table) {
        return new ItemKey(schemaTypeKey(database, schema) + "/" + escaped(table));
    }

    /** Stands for whatever of a schema could not be read. */
    ItemKey restKey(String database, Optional<String> schema) {
        return new ItemKey(schemaTypeKey(database, schema) + "/#rest");
    }

    private static String escaped(String name) {
        return name.replace("%", "%25").replace("/", "%2F").replace("#", "%23");
    }
}
