package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Catalogues the files of a directory and of all directories in it: folders as {@code FileFolder}, files by their kind,
 * delimited text with its columns. It only looks; it opens no file whose time, size and permissions have not changed.
 *
 * <p>{@link #start} and {@link #refresh} throw {@link ConnectorException} where the directory is not configured
 * ({@code BASIC-FILES-INTEGRATION-CONNECTORS-400-001}), missing ({@code -404-001}), not a directory ({@code -400-002})
 * or not readable ({@code -400-003}); {@code refresh} also where it could not be listed to its end ({@code -500-002})
 * or was told to end ({@code -503-001}). What is catalogued then stays as it is.
 */
public final class DataFilesMonitor implements FilesIntegratorConnector {

    private final Connection connection;
    private volatile FilesIntegratorContext context;

    /**
     * A monitor that has not begun yet.
     *
     * @param connection its endpoint address is the directory; see {@link DataFilesMonitorProvider} for the rest
     */
    public DataFilesMonitor(Connection connection) {
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
        FolderDescriber folders =
                new FolderDescriber(connection.property("fileSystemName").orElseGet(context::fileSystemName));
        FileDescriber files = new FileDescriber(folders, context.connectorName(), context.auditLog());
        try {
            FolderReader reader = new FolderReader(root, context.connectorName(), refresh);
            new TreeDescription(reader, folders, files).describe(root, refresh);
        } catch (IOException failure) {
            throw directory.listingFailed(failure);
        }
    }

    @Override
    public void disconnect() {
        context.auditLog().log("disconnect", FilesMessage.STOPPED.with(context.connectorName()));
    }
}
