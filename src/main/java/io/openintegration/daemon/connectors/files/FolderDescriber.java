package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;

/**
 * Puts folders into the words of open metadata.
 *
 * @param fileSystemName first part of all qualified names
 * @param area where the folders are
 */
record FolderDescriber(String fileSystemName, LandingArea area) {

    private static final TypeName FILE_FOLDER = new TypeName("FileFolder");

    /** How a monitored directory hangs on the file system that owns it. */
    static final ItemLink OWNED_BY_FILE_SYSTEM = new ItemLink(
            new TypeName("CapabilityAssetUse"),
            true,
            ElementProperties.builder()
                    .choice("useType", "CapabilityAssetUseType", "OWNS")
                    .build());

    static final ItemLink IN_FOLDER = ItemLink.from("FolderHierarchy");

    QualifiedName nameOf(String path) {
        return new QualifiedName(fileSystemName + "::" + path);
    }

    /** How to ask for a file or folder from anywhere. */
    String addressOf(String path) {
        return area.addressOf(path);
    }

    /**
     * A folder whose files are catalogued one by one. Without the time of its last change: nothing in its description
     * is to change, and cost a write, because files come and go.
     */
    ItemDescription folder(FolderFacts folder, ItemLink link) {
        return describe(FILE_FOLDER, folder, properties(folder).build(), link);
    }

    ItemDescription describe(TypeName type, FolderFacts folder, ElementProperties properties, ItemLink link) {
        return new ItemDescription(type, nameOf(folder.path()), properties, Map.of(), link, List.of());
    }

    /** What is the same for all folders. */
    ElementProperties.Builder properties(FolderFacts folder) {
        ElementProperties.Builder properties = ElementProperties.builder()
                .text("displayName", folder.name())
                .text("pathName", addressOf(folder.path()));
        folder.created().ifPresent(time -> properties.date("storeCreateTime", time.toInstant()));
        return properties;
    }
}
