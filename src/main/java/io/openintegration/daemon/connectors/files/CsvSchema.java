package io.openintegration.daemon.connectors.files;

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

/** Puts the columns of a delimited text file into the words of open metadata. */
final class CsvSchema {

    private static final TypeName SCHEMA = new TypeName("TabularSchemaType");
    private static final TypeName COLUMN = new TypeName("TabularFileColumn");
    private static final TypeName COLUMN_LINK = new TypeName("AttributeForSchema");

    /** All that a header says of a column's type: it is text in a file. */
    private static final Map<TypeName, ElementProperties> TEXT_TYPE = Map.of(
            new TypeName("TypeEmbeddedAttribute"),
            ElementProperties.builder()
                    .text("schemaTypeName", "PrimitiveSchemaType")
                    .text("dataType", "string")
                    .build());

    private CsvSchema() {}

    /** The schema with its columns, as the one part of its file; no part without columns. */
    static List<PartDescription> of(QualifiedName file, String fileName, List<String> header) {
        if (header.isEmpty()) {
            return List.of();
        }
        return List.of(new PartDescription(
                SCHEMA,
                new QualifiedName(SCHEMA + "::" + file),
                ElementProperties.builder().text("displayName", fileName).build(),
                Map.of(),
                ItemLink.from("Schema"),
                columns(file, labels(header))));
    }

    private static List<PartDescription> columns(QualifiedName file, List<String> labels) {
        List<PartDescription> columns = new ArrayList<>();
        for (int position = 0; position < labels.size(); position++) {
            String label = labels.get(position);
            columns.add(new PartDescription(
                    COLUMN,
                    new QualifiedName(COLUMN + "::" + file + "::" + escaped(label)),
                    ElementProperties.builder().text("displayName", label).build(),
                    TEXT_TYPE,
                    new ItemLink(
                            COLUMN_LINK,
                            true,
                            ElementProperties.builder()
                                    .number("position", position)
                                    .build()),
                    List.of()));
        }
        return columns;
    }

    /** The names in the header; with their position where they are empty or were there before. */
    private static List<String> labels(List<String> header) {
        Set<String> taken = new HashSet<>(header.stream().map(String::strip).toList());
        Set<String> used = new HashSet<>();
        List<String> labels = new ArrayList<>();
        for (int position = 0; position < header.size(); position++) {
            String name = header.get(position).strip();
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
