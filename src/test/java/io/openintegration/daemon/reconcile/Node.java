package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Certainty;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;

/** A folder or file of a made-up third party. Its key stays the same wherever it is. */
record Node(String key, Kind kind, int revision, List<String> columns, List<Node> content, Reading reading) {

    enum Kind {
        FOLDER("FileFolder"),
        DATA_FOLDER("DataFolder"),
        FILE("DataFile"),
        CSV("CSVFile");

        private final TypeName type;

        Kind(String type) {
            this.type = new TypeName(type);
        }

        boolean isFolder() {
            return this == FOLDER || this == DATA_FOLDER;
        }
    }

    enum Reading {
        WHOLE,
        INCOMPLETE,
        UNREADABLE,
        /** It is there, and what it is and has in it is a guess. */
        NOT_LOOKED_INTO
    }

    static Node folder(String key, Node... content) {
        return new Node(key, Kind.FOLDER, 1, List.of(), List.of(content), Reading.WHOLE);
    }

    static Node file(String key) {
        return file(key, 1);
    }

    static Node file(String key, int revision) {
        return new Node(key, Kind.FILE, revision, List.of(), List.of(), Reading.WHOLE);
    }

    static Node csv(String key, String... columns) {
        return new Node(key, Kind.CSV, 1, List.of(columns), List.of(), Reading.WHOLE);
    }

    Node as(Kind other) {
        return new Node(key, other, revision, columns, content, reading);
    }

    Node read(Reading other) {
        return new Node(key, kind, revision, columns, content, other);
    }

    ItemKey itemKey() {
        return new ItemKey(key);
    }

    QualifiedName name() {
        return new QualifiedName("test::" + key);
    }

    String stamp() {
        return kind + "/" + revision + "/" + columns + "/" + reading;
    }

    ItemDescription described(boolean top) {
        ItemLink link = top
                ? new ItemLink(
                        new TypeName("CapabilityAssetUse"),
                        true,
                        ElementProperties.builder()
                                .text("description", "watched")
                                .build())
                : ItemLink.from(kind.isFolder() ? "FolderHierarchy" : "NestedFile");
        ItemDescription item = new ItemDescription(
                kind.type,
                name(),
                ElementProperties.builder()
                        .text("displayName", key)
                        .text("description", "revision " + revision)
                        .build(),
                classifications(),
                link,
                kind == Kind.CSV ? List.of(schema()) : List.of());
        return reading == Reading.NOT_LOOKED_INTO
                ? item.with(new Certainty(
                        false,
                        ElementProperties.builder().text("displayName", key).build()))
                : item;
    }

    void describe(DescriptionScope in) {
        if (reading == Reading.UNREADABLE) {
            in.unreadable(itemKey(), ReconcileMessage.SCOPE_INCOMPLETE.with(name()));
        } else if (kind.isFolder()) {
            try (DescriptionScope scope = in.open(itemKey(), described(false))) {
                describeContent(scope);
            }
        } else {
            in.add(itemKey(), stamp(), () -> described(false));
        }
    }

    void describeContent(DescriptionScope scope) {
        content.forEach(child -> child.describe(scope));
        if (reading == Reading.WHOLE) {
            scope.complete();
        }
    }

    /** Files whose key ends in an even digit are classified. */
    private Map<TypeName, ElementProperties> classifications() {
        boolean classified = !kind.isFolder() && (key.charAt(key.length() - 1) - '0') % 2 == 0;
        return classified
                ? Map.of(
                        new TypeName("DataAssetEncoding"),
                        ElementProperties.builder()
                                .text("encodingType", "encoding " + revision)
                                .build())
                : Map.of();
    }

    private PartDescription schema() {
        QualifiedName schemaName = new QualifiedName(name() + "::schema");
        List<PartDescription> parts = columns.stream()
                .map(column -> new PartDescription(
                        new TypeName("TabularFileColumn"),
                        new QualifiedName(schemaName + "::" + column),
                        ElementProperties.builder().text("displayName", column).build(),
                        Map.of(),
                        new ItemLink(
                                new TypeName("AttributeForSchema"),
                                true,
                                ElementProperties.builder()
                                        .number("position", columns.indexOf(column))
                                        .build()),
                        List.of()))
                .toList();
        return new PartDescription(
                new TypeName("TabularSchemaType"),
                schemaName,
                ElementProperties.builder().text("displayName", "schema").build(),
                Map.of(),
                ItemLink.from("Schema"),
                parts);
    }
}
