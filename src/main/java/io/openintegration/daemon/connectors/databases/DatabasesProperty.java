package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.ConnectorProperty;
import java.util.List;
import java.util.Map;

/** The configuration properties of the databases connector. */
enum DatabasesProperty implements ConnectorProperty {
    INCLUDE_DATABASES(
            "includeDatabases",
            "includeDatabaseList",
            "Databases to catalogue, where the address names none: a list of globs. Default: all."),
    EXCLUDE_DATABASES(
            "excludeDatabases",
            "excludeDatabaseList",
            "Databases not to catalogue, although included: a list of globs. Default: none."),
    INCLUDE_SCHEMAS("includeSchemas", "includeSchemaNames", "Schemas to catalogue: a list of globs. Default: all."),
    EXCLUDE_SCHEMAS(
            "excludeSchemas",
            "excludeSchemaNames",
            "Schemas not to catalogue, although included: a list of globs. Default: none."),
    INCLUDE_TABLES(
            "includeTables",
            "includeTableNames",
            "Tables and views to catalogue: a list of globs, of table or schema.table. Default: all."),
    EXCLUDE_TABLES(
            "excludeTables",
            "excludeTableNames",
            "Tables and views not to catalogue, although included: a list of globs. Default: none."),
    CONNECT_TIMEOUT(
            "connectTimeout",
            "",
            "How long finding the database and logging in may take, each, in seconds. Default: "
                    + DatabasesSettings.USUAL_CONNECT_SECONDS + "."),
    QUERY_TIMEOUT(
            "queryTimeout",
            "",
            "How long one query, or waiting for an answer, may take, in seconds. Default: "
                    + DatabasesSettings.USUAL_QUERY_SECONDS + "."),
    MAXIMUM_TABLES(
            "maximumTables",
            "",
            "Most tables of one schema; one with more is not catalogued. Default: " + DatabasesSettings.USUAL_TABLES
                    + ".");

    private final String wireName;
    private final String peersName;
    private final String meaning;

    DatabasesProperty(String wireName, String peersName, String meaning) {
        this.wireName = wireName;
        this.peersName = peersName;
        this.meaning = meaning;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public List<String> names() {
        return peersName.isEmpty() ? List.of(wireName) : List.of(wireName, peersName);
    }

    /** All of them, each with a sentence for operators. */
    static Map<String, String> described() {
        return ConnectorProperty.described(List.of(values()));
    }
}
