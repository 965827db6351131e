package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.Field;
import io.openintegration.daemon.connectors.files.content.FieldType;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the columns of a file, and the fields nested in them, into the words of open metadata: lists by cardinality,
 * records and maps by nested attributes.
 */
final class FileSchema {

    private static final TypeName SCHEMA = new TypeName("TabularSchemaType");
    private static final TypeName COLUMN = new TypeName("TabularFileColumn");
    private static final TypeName NESTED = new TypeName("SchemaAttribute");
    private static final TypeName COLUMN_LINK = new TypeName("AttributeForSchema");
    private static final TypeName NESTED_LINK = new TypeName("NestedSchemaAttribute");
    private static final TypeName TYPE = new TypeName("TypeEmbeddedAttribute");

    /** Of a cardinality without an upper limit. */
    private static final int ANY_NUMBER = -1;

    private FileSchema() {}

    /** The schema with its columns, as the one part of its file; no part without columns. */
    static List<PartDescription> of(QualifiedName file, String fileName, List<Field> columns) {
        if (columns.isEmpty()) {
            return List.of();
        }
        return List.of(new PartDescription(
                SCHEMA,
                new QualifiedName(SCHEMA + "::" + file),
                ElementProperties.builder().text("displayName", fileName).build(),
                Map.of(),
                ItemLink.from("Schema"),
                parts(columns, COLUMN, COLUMN_LINK, file.toString())));
    }

    private static List<PartDescription> parts(List<Field> fields, TypeName type, TypeName link, String path) {
        List<String> labels = labels(fields.stream().map(Field::name).toList());
        List<PartDescription> parts = new ArrayList<>();
        for (int position = 0; position < fields.size(); position++) {
            Field field = fields.get(position);
            String label = labels.get(position);
            String fieldPath = path + "::" + escaped(label);
            parts.add(new PartDescription(
                    type,
                    new QualifiedName(type + "::" + fieldPath),
                    properties(field, label),
                    Map.of(TYPE, embeddedType(field.type())),
                    new ItemLink(link, true, place(field, position)),
                    parts(field.fields(), NESTED, NESTED_LINK, fieldPath)));
        }
        return parts;
    }

    private static ElementProperties properties(Field field, String label) {
        ElementProperties.Builder properties = ElementProperties.builder()
                .text("displayName", label)
                .text("nativeClass", field.type().nativeType().orElse(null));
        field.nullable().ifPresent(nullable -> properties.flag("isNullable", nullable));
        field.type().precision().ifPresent(digits -> properties.number("precision", digits));
        return properties.build();
    }

    private static ElementProperties embeddedType(FieldType type) {
        ElementProperties.Builder properties = ElementProperties.builder();
        return switch (type.structure()) {
            case STRUCT -> properties.text("schemaTypeName", "StructSchemaType").build();
            case MAP -> properties.text("schemaTypeName", "MapSchemaType").build();
            case PRIMITIVE -> properties
                    .text("schemaTypeName", "PrimitiveSchemaType")
                    .text("dataType", type.dataType().wireName())
                    .build();
        };
    }

    private static ElementProperties place(Field field, int position) {
        ElementProperties.Builder place = ElementProperties.builder().number("position", position);
        return field.list()
                ? place.number("minCardinality", 0)
                        .number("maxCardinality", ANY_NUMBER)
                        .build()
                : place.build();
    }

    /** The names in the file; with their position where they are empty or were there before. */
    private static List<String> labels(List<String> names) {
        Set<String> taken = new HashSet<>(names.stream().map(String::strip).toList());
        Set<String> used = new HashSet<>();
        List<String> labels = new ArrayList<>();
        for (int position = 0; position < names.size(); position++) {
            String name = names.get(position).strip();
            String label = name;
            if (name.isEmpty() || used.contains(name)) {
                label = (name.isEmpty() ? "column" : name) + " [" + position + "]";
                while (taken.contains(label) || used.contains(label)) {
                    label += "'";
                }
            }
            used.add(label);
            labels.add(label);
        }
        return labels;
    }

    /** So that no column of one file can be given the name of a column of another. */
    private static String escaped(String label) {
        return label.replace("%", "%25").replace(":", "%3A");
    }
}
