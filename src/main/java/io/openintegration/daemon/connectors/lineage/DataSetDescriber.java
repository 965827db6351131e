package io.openintegration.daemon.connectors.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.facts.DataSetFacts;
import io.openintegration.daemon.connectors.lineage.facts.Stamped;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts data sets that nobody else catalogues into the words of open metadata, with their columns. */
record DataSetDescriber(LineageNames names) {

    private static final TypeName DATA_SET = new TypeName("DataSet");
    private static final TypeName SCHEMA = new TypeName("TabularSchemaType");
    private static final TypeName COLUMN = new TypeName("TabularColumn");
    private static final TypeName NESTED = new TypeName("SchemaAttribute");
    private static final TypeName COLUMN_LINK = new TypeName("AttributeForSchema");
    private static final TypeName NESTED_LINK = new TypeName("NestedSchemaAttribute");
    private static final TypeName TYPE = new TypeName("TypeEmbeddedAttribute");
    private static final ItemLink IN_NAMESPACE = ItemLink.from("DataSetContent");
    private static final Set<String> KNOWN = Set.of("documentation", "schema");

    private static final int MOST_COLUMNS = 5_000;
    private static final int DEEPEST = 10;

    ItemDescription describe(DataSetName name, DataSetFacts dataSet) {
        QualifiedName element = names.standIn(name);
        return new ItemDescription(
                DATA_SET,
                element,
                ElementProperties.builder()
                        .text("displayName", name.name().substring(name.name().lastIndexOf('/') + 1))
                        .text(
                                "description",
                                CommonFacets.description(dataSet.facets()).orElse(null))
                        .text("namespacePath", name.namespace())
                        .text("resourceName", name.name())
                        .map("additionalProperties", CommonFacets.unknown(dataSet.facets(), KNOWN))
                        .build(),
                CommonFacets.ownership(dataSet.facets()),
                IN_NAMESPACE,
                schema(element, name, dataSet));
    }

    private static List<PartDescription> schema(QualifiedName element, DataSetName name, DataSetFacts dataSet) {
        List<PartDescription> columns = new Columns().of(fields(dataSet), COLUMN, COLUMN_LINK, element.value(), 1);
        if (columns.isEmpty()) {
            return List.of();
        }
        return List.of(new PartDescription(
                SCHEMA,
                new QualifiedName(SCHEMA + "::" + element),
                ElementProperties.builder().text("displayName", name.name()).build(),
                Map.of(),
                ItemLink.from("Schema"),
                columns));
    }

    /** Those of its schema, and those to which a column lineage leads though no schema was told. */
    private static Map<String, JsonNode> fields(DataSetFacts dataSet) {
        Map<String, JsonNode> fields =
                fields(Facet.of(dataSet.facets(), "schema").path("fields"));
        for (Stamped lineage : dataSet.columnLineage().values()) {
            Facet.json(lineage.text())
                    .path("fields")
                    .properties()
                    .forEach(field -> fields.putIfAbsent(field.getKey(), Facet.json("{}")));
        }
        fields.keySet().removeIf(String::isBlank);
        return fields;
    }

    private static Map<String, JsonNode> fields(JsonNode list) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        list.forEach(field -> Facet.text(field, "name").ifPresent(name -> fields.putIfAbsent(name, field)));
        return fields;
    }

    /** Counts them. */
    private static final class Columns {

        private int left = MOST_COLUMNS;

        private List<PartDescription> of(
                Map<String, JsonNode> fields, TypeName type, TypeName link, String path, int depth) {
            List<PartDescription> parts = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
                if (left == 0 || depth > DEEPEST) {
                    return parts;
                }
                left--;
                String place = path + "::" + escaped(field.getKey());
                Map<String, JsonNode> nested = fields(field.getValue().path("fields"));
                Optional<String> dataType = Facet.text(field.getValue(), "type");
                parts.add(new PartDescription(
                        type,
                        new QualifiedName(type + "::" + place),
                        ElementProperties.builder()
                                .text("displayName", field.getKey())
                                .text(
                                        "description",
                                        Facet.text(field.getValue(), "description")
                                                .orElse(null))
                                .text("nativeClass", dataType.orElse(null))
                                .build(),
                        Map.of(TYPE, embedded(dataType, !nested.isEmpty())),
                        new ItemLink(
                                link,
                                true,
                                ElementProperties.builder()
                                        .number("position", parts.size())
                                        .build()),
                        of(nested, NESTED, NESTED_LINK, place, depth + 1)));
            }
            return parts;
        }

        private static ElementProperties embedded(Optional<String> dataType, boolean struct) {
            return struct
                    ? ElementProperties.builder()
                            .text("schemaTypeName", "StructSchemaType")
                            .build()
                    : ElementProperties.builder()
                            .text("schemaTypeName", "PrimitiveSchemaType")
                            .text("dataType", dataType.orElse(null))
                            .build();
        }

        /** So that no column of one data set can be given the name of a column of another. */
        private static String escaped(String column) {
            return column.replace("%", "%25").replace(":", "%3A");
        }
    }
}
