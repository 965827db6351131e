package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.DescriptionSink;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;

/** What scripted connectors describe. */
public final class Descriptions {

    private Descriptions() {}

    /** A folder of that name. */
    public static ItemDescription folder(String name) {
        return new ItemDescription(
                new TypeName("FileFolder"),
                new QualifiedName("test::" + name),
                ElementProperties.NONE,
                Map.of(),
                ItemLink.from("FolderHierarchy"),
                List.of());
    }

    /** A file of that name. */
    public static ItemDescription file(String name) {
        return file(name, name);
    }

    /** A file of that name, which is shown by another one. */
    public static ItemDescription file(String name, String displayName) {
        return new ItemDescription(
                new TypeName("DataFile"),
                new QualifiedName("test::" + name),
                ElementProperties.builder().text("displayName", displayName).build(),
                Map.of(),
                ItemLink.from("NestedFile"),
                List.of());
    }

    /** Describes a top scope of that name, complete and empty. */
    public static void describe(DescriptionSink sink, String name) {
        try (DescriptionScope scope = sink.open(new ItemKey(name), folder(name))) {
            scope.complete();
        }
    }
}
