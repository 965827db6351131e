package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;

/** Puts folders into the words of open metadata. */
record FolderDescriber(String fileSystemName) {

    private static final TypeName FILE_FOLDER = new TypeName("FileFolder");

    /** How a monitored directory hangs on the file system that owns it. */
    static final ItemLink OWNED_BY_FILE_SYSTEM = new ItemLink(
            new TypeName("CapabilityAssetUse"),
            true,
            ElementProperties.builder()
                    .choice("useType", "CapabilityAssetUseType", "OWNS")
                    .build());

    static final ItemLink IN_FOLDER = ItemLink.from("FolderHierarchy");

    QualifiedName nameOf(Path path) {
        return new QualifiedName(fileSystemName + "::" + path);
    }

    /**
     * A folder whose files are catalogued one by one. Without the time of its last change: nothing in its description
     * is to change, and cost a write, because files come and go.
     */
    ItemDescription folder(Path path, BasicFileAttributes attributes, ItemLink link) {
        return describe(FILE_FOLDER, path, properties(path, attributes).build(), link);
    }

    ItemDescription describe(TypeName type, Path path, ElementProperties properties, ItemLink link) {
        return new ItemDescription(type, nameOf(path), properties, Map.of(), link, List.of());
    }

    /** What is the same for all folders. */
    ElementProperties.Builder properties(Path path, BasicFileAttributes attributes) {
        return ElementProperties.builder()
                .text("displayName", displayName(path))
                .text("pathName", path.toString())
                .date("storeCreateTime", attributes.creationTime().toInstant());
    }

    private static String displayName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
