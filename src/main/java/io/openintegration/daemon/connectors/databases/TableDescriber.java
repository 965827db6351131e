package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.Column;
import io.openintegration.daemon.connectors.databases.reading.ColumnSight;
import io.openintegration.daemon.connectors.databases.reading.ForeignKey;
import io.openintegration.daemon.connectors.databases.reading.Index;
import io.openintegration.daemon.connectors.databases.reading.Key;
import io.openintegration.daemon.connectors.databases.reading.Relation;
import io.openintegration.daemon.connectors.databases.reading.Table;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Certainty;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the tables of one schema, with their columns, into the words of open metadata. */
final class TableDescriber {

    private static final TypeName TABLE = new TypeName("RelationalTable");
    private static final TypeName COLUMN = new TypeName("RelationalColumn");
    private static final TypeName NESTED = new TypeName("NestedSchemaAttribute");
    private static final TypeName TYPE = new TypeName("TypeEmbeddedAttribute");
    private static final TypeName CALCULATED = new TypeName("CalculatedValue");
    private static final TypeName PRIMARY_KEY = new TypeName("PrimaryKey");

    private final SchemaPlace place;
    private final ConnectorName connector;

    TableDescriber(SchemaPlace place, ConnectorName connector) {
        this.place = place;
        this.connector = connector;
    }

    ItemDescription table(Table table) {
        QualifiedName name = place.table(table.name());
        ItemDescription item = new ItemDescription(
                TABLE,
                name,
                properties(table),
                classifications(table.relation()),
                ItemLink.from("AttributeForSchema"),
                columns(name, table));
        return table.hasAllColumns() ? item : item.with(certainty(table));
    }

    /** Where columns are hidden, so may keys be, and the comment of a table that cannot be opened tells why not. */
    private Certainty certainty(Table table) {
        ElementProperties named =
                ElementProperties.builder().text("displayName", table.name()).build();
        // that rights are missing is told of the whole schema
        Optional<Message> problem = table.sight() == ColumnSight.SOME
                ? Optional.empty()
                : Optional.of(DatabaseMessage.COLUMNS_NOT_SEEN.with(place + "." + table.name(), connector));
        return new Certainty(true, named, problem);
    }

    private ElementProperties properties(Table table) {
        Relation relation = table.relation();
        Map<String, String> more = new TreeMap<>();
        more.put("tableType", relation.kind().wireName());
        relation.rows().ifPresent(rows -> more.put("rowEstimate", Long.toString(rows)));
        relation.partitioning().ifPresent(parts -> more.put("partitioning", parts));
        for (Key key : table.keys()) {
            more.put((key.primary() ? "primaryKey." : "uniqueKey.") + key.name(), SchemaPlace.list(key.columns()));
        }
        for (ForeignKey key : table.foreignKeys()) {
            more.put("foreignKey." + key.name(), place.shown(key));
        }
        for (Index index : table.indexes()) {
            more.put("index." + index.name(), shown(index));
        }
        return ElementProperties.builder()
                .text("displayName", table.name())
                .text("description", relation.comment().orElse(null))
                .map("additionalProperties", more)
                .build();
    }

    private static String shown(Index index) {
        return (index.unique() ? "unique " : "")
                + index.method().map(method -> method + " ").orElse("")
                + SchemaPlace.list(index.columns())
                + index.condition().map(condition -> " where " + condition).orElse("");
    }

    private static Map<TypeName, ElementProperties> classifications(Relation relation) {
        Map<TypeName, ElementProperties> classifications = new HashMap<>();
        classifications.put(
                TYPE,
                ElementProperties.builder()
                        .text("schemaTypeName", "RelationalTableType")
                        .build());
        if (relation.kind().isView()) {
            classifications.put(
                    CALCULATED,
                    ElementProperties.builder()
                            .text("formula", relation.definition().orElse(null))
                            .text(
                                    "formulaType",
                                    relation.definition().map(any -> "SQL").orElse(null))
                            .build());
        }
        return classifications;
    }

    private static List<PartDescription> columns(QualifiedName table, Table of) {
        List<PartDescription> parts = new ArrayList<>();
        for (Column column : of.columns()) {
            parts.add(new PartDescription(
                    COLUMN,
                    DatabaseNames.column(table, column.name()),
                    properties(column),
                    classifications(column, of),
                    new ItemLink(
                            NESTED,
                            true,
                            ElementProperties.builder()
                                    .number("position", parts.size())
                                    .build()),
                    List.of()));
        }
        return parts;
    }

    private static ElementProperties properties(Column column) {
        ElementProperties.Builder properties = ElementProperties.builder()
                .text("displayName", column.name())
                .text("description", column.comment().orElse(null))
                .text("nativeClass", column.nativeType())
                .flag("isNullable", column.nullable());
        column.length().ifPresent(length -> properties.number("length", length));
        column.precision().ifPresent(digits -> properties.number("precision", digits));
        column.generated().ifPresent(how -> properties.map("additionalProperties", Map.of("generated", how)));
        return properties.build();
    }

    private static Map<TypeName, ElementProperties> classifications(Column column, Table of) {
        Map<TypeName, ElementProperties> classifications = new HashMap<>();
        classifications.put(
                TYPE,
                ElementProperties.builder()
                        .text("schemaTypeName", "PrimitiveSchemaType")
                        .text("dataType", column.type().wireName())
                        .text("defaultValue", column.defaultValue().orElse(null))
                        .build());
        of.keys().stream()
                .filter(key -> key.primary() && key.columns().contains(column.name()))
                .findFirst()
                .ifPresent(key -> classifications.put(
                        PRIMARY_KEY,
                        ElementProperties.builder()
                                .text("displayName", key.name())
                                .choice("keyPattern", "KeyPattern", "LOCAL_KEY")
                                .build()));
        return classifications;
    }
}
