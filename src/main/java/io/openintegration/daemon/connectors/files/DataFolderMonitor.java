package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/**
 * Catalogues a directory as one {@code DataFolder}, for data sets that consist of many files: with the time of the last
 * change in it or in any directory below, and number and volume of its files.
 *
 * <p>Fails as {@link DataFilesMonitor} does, with the same message ids.
 */
public final class DataFolderMonitor implements FilesIntegratorConnector {

    private static final TypeName DATA_FOLDER = new TypeName("DataFolder");

    private final Connection connection;
    private volatile FilesIntegratorContext context;

    /**
     * A monitor that has not begun yet.
     *
     * @param connection its endpoint address is the directory; see {@link DataFolderMonitorProvider} for the rest
     */
    public DataFolderMonitor(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void initialize(FilesIntegratorContext filesContext) {
        context = filesContext;
    }

    @Override
    public void start() {
        MonitoredDirectory directory = new MonitoredDirectory(connection, context);
        Path path = directory.check();
        context.auditLog()
                .log("start", FilesMessage.MONITORING.with(context.connectorName(), directory.address(), path));
    }

    @Override
    public void refresh(Refresh refresh) {
        MonitoredDirectory directory = new MonitoredDirectory(connection, context);
        Path root = directory.check();
        try {
            FolderReader reader = new FolderReader(root, context.connectorName(), refresh);
            BasicFileAttributes attributes =
                    reader.attributes(root).orElseThrow(() -> new NoSuchFileException(root.toString()));
            publish(root, attributes, FolderSummary.of(root, attributes, reader), refresh);
        } catch (IOException failure) {
            throw directory.listingFailed(failure);
        }
    }

    @Override
    public void disconnect() {
        context.auditLog().log("disconnect", FilesMessage.STOPPED.with(context.connectorName()));
    }

    private void publish(Path root, BasicFileAttributes attributes, FolderSummary summary, Refresh refresh) {
        try (DescriptionScope scope = refresh.open(OpenFolder.keyOf(root), describe(root, attributes, summary))) {
            summary.unreadable().forEach((path, reason) -> scope.unreadable(OpenFolder.keyOf(path), reason));
            scope.complete();
        }
    }

    private ItemDescription describe(Path root, BasicFileAttributes attributes, FolderSummary summary) {
        FolderDescriber folders =
                new FolderDescriber(connection.property("fileSystemName").orElseGet(context::fileSystemName));
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
