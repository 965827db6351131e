package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.address.DatabaseAddress;
import io.openintegration.daemon.connectors.databases.reading.DatabaseEntry;
import io.openintegration.daemon.connectors.databases.reading.Product;
import io.openintegration.daemon.connectors.databases.reading.Schema;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a server, its databases and their schemas into the words of open metadata. */
final class DatabaseDescriber {

    private static final ItemLink OWNED = new ItemLink(
            new TypeName("CapabilityAssetUse"),
            true,
            ElementProperties.builder()
                    .choice("useType", "CapabilityAssetUseType", "OWNS")
                    .build());

    /** The schema, a data set, is end 1. */
    private static final ItemLink CONTENT = new ItemLink(new TypeName("DataSetContent"), false, ElementProperties.NONE);

    private final DatabaseAddress address;
    private final DatabaseNames names;
    private final Product product;

    DatabaseDescriber(DatabaseAddress address, DatabaseNames names, Product product) {
        this.address = address;
        this.names = names;
        this.product = product;
    }

    /** The software that runs the databases. A top scope; it is only described where no metadata source stands for it. */
    ItemDescription server() {
        return new ItemDescription(
                new TypeName("DatabaseManager"),
                names.server(),
                ElementProperties.builder()
                        .text("displayName", names.namespace())
                        .text("deployedImplementationType", product.name())
                        .text("patchLevel", product.version())
                        .build(),
                Map.of(),
                OWNED,
                List.of());
    }

    /** Hangs on the server, or on the metadata source that stands for it. */
    ItemDescription database(DatabaseEntry database) {
        return new ItemDescription(
                new TypeName("RelationalDatabase"),
                names.of(database.name(), Optional.empty()),
                ElementProperties.builder()
                        .text("displayName", database.name())
                        .text("description", database.comment().orElse(null))
                        .text("deployedImplementationType", product.name())
                        .text("versionIdentifier", product.version())
                        .text("databaseInstance", names.namespace())
                        .text("importedFrom", address.shown())
                        .build(),
                Map.of(),
                OWNED,
                List.of());
    }

    ItemDescription schema(String database, Schema schema) {
        return new ItemDescription(
                new TypeName("DeployedDatabaseSchema"),
                names.of(database, schema.name()),
                ElementProperties.builder()
                        .text("displayName", schema.name().orElse(null))
                        .text("description", schema.comment().orElse(null))
                        .text("deployedImplementationType", product.name())
                        .build(),
                Map.of(),
                CONTENT,
                List.of());
    }

    /** What the tables hang on: the type of the schema, or of a database without schemas. */
    ItemDescription schemaType(String database, Optional<String> schema) {
        return new ItemDescription(
                new TypeName("RelationalDBSchemaType"),
                names.schemaType(database, schema),
                ElementProperties.builder()
                        .text("displayName", DatabaseNames.dotted(database, schema))
                        .build(),
                Map.of(),
                ItemLink.from("Schema"),
                List.of());
    }
}
