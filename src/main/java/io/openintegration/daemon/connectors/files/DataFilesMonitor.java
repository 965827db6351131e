package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.FileLook;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.Refresh;
import java.io.IOException;
import java.util.SortedSet;

/**
 * Catalogues the files of a directory and of all directories in it: folders as {@code FileFolder}, files by their kind,
 * those that have a schema with their columns. It only looks; it opens no file whose time, size and permissions have not changed.
 */
public final class DataFilesMonitor extends DirectoryMonitor {

    /**
     * A monitor that has not begun yet.
     *
     * @param connection its endpoint address is the directory; see {@link DataFilesMonitorProvider} for the rest
     */
    public DataFilesMonitor(Connection connection) {
        this(connection, MonitoredDirectory::new);
    }

    /**
     * A monitor that has not begun yet.
     *
     * @param places says where the directory is
     */
    public DataFilesMonitor(Connection connection, LandingPlace.Kind places) {
        super(connection, places);
    }

    @Override
    void describe(FolderReader reader, FolderDescriber folders, Refresh refresh) throws IOException {
        try (FileRemarks remarks = remarks()) {
            tree(reader, folders, remarks).describe(refresh);
        }
    }

    @Override
    void describeChanges(SortedSet<String> changed, FolderReader reader, FolderDescriber folders, Refresh refresh)
            throws IOException {
        try (FileRemarks remarks = remarks()) {
            if (!tree(reader, folders, remarks).describeChanges(changed, refresh)) {
                watching().seeEverything();
            }
        }
    }

    private FileRemarks remarks() {
        return new FileRemarks(context().connectorName(), context().auditLog(), FilesMessage.MORE_REMARKS);
    }

    private TreeDescription tree(FolderReader reader, FolderDescriber folders, FileRemarks remarks) {
        FileLook look = new FileLook(limits(), context().clock());
        FileDescriber files = new FileDescriber(folders, look, context().connectorName(), remarks);
        return new TreeDescription(reader, folders, files);
    }
}
