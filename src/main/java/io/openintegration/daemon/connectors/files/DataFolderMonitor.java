package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.Refresh;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * Catalogues a directory as one {@code DataFolder}, for data sets that consist of many files: with the time of the last
 * change in it or in any directory below, and number and volume of its files.
 */
public final class DataFolderMonitor extends DirectoryMonitor {

    private static final TypeName DATA_FOLDER = new TypeName("DataFolder");

    /**
     * A monitor that has not begun yet.
     *
     * @param connection its endpoint address is the directory; see {@link DataFolderMonitorProvider} for the rest
     */
    public DataFolderMonitor(Connection connection) {
        super(connection);
    }

    @Override
    void describe(Path root, FolderReader reader, FolderDescriber folders, Refresh refresh) throws IOException {
        BasicFileAttributes attributes =
                reader.attributes(root).orElseThrow(() -> new NoSuchFileException(root.toString()));
        FolderSummary summary = FolderSummary.of(root, attributes, reader);
        ItemDescription item = item(root, attributes, summary, folders);
        try (DescriptionScope scope = refresh.open(OpenFolder.keyOf(root), item)) {
            summary.unreadable().forEach((path, reason) -> scope.unreadable(OpenFolder.keyOf(path), reason));
            scope.complete();
        }
    }

    private static ItemDescription item(
            Path root, BasicFileAttributes attributes, FolderSummary summary, FolderDescriber folders) {
        ElementProperties properties = folders.properties(root, attributes)
                .date("storeUpdateTime", summary.lastChange().toInstant())
                .choice("contentStatus", "ContentStatus", "ACTIVE")
                .map(
                        "additionalProperties",
                        Map.of(
                                "numberOfFiles", String.valueOf(summary.files()),
                                "volumeInBytes", String.valueOf(summary.bytes())))
                .build();
        return folders.describe(DATA_FOLDER, root, properties, FolderDescriber.OWNED_BY_FILE_SYSTEM);
    }
}
