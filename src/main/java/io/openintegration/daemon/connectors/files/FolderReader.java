package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.Refresh;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Goes through folders of a landing area, for one refresh: ends where the refresh is to end. */
final class FolderReader {

    private final LandingArea area;
    private final FileSelection selection;
    private final ConnectorName connector;
    private final Refresh refresh;
    private final SpecialFiles.Look specialFiles;

    FolderReader(
            LandingArea area,
            FileSelection selection,
            ConnectorName connector,
            Refresh refresh,
            SpecialFiles.Look specialFiles) {
        this.area = area;
        this.selection = selection;
        this.connector = connector;
        this.refresh = refresh;
        this.specialFiles = specialFiles;
    }

    LandingArea area() {
        return area;
    }

    /** Whether a folder is one that is looked at, as all those around it are. */
    boolean enters(String folder) {
        return selection.takesAll() || selection.reaches(SelectedContent.inRoot(area.root(), folder));
    }

    /**
     * Opens a folder for {@link #read}.
     *
     * @throws IOException where it may not be listed; {@link NoSuchFileException} where it is gone
     * @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-503-001} where the refresh is to end
     */
    FolderListing list(String folder) throws IOException {
        endIfCancelled();
        return area.list(folder);
    }

    /**
     * Goes through the entries of one folder, as far as they are wanted, in no particular order.
     *
     * @throws IOException where the folder could not be listed to its end
     * @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-503-001} where the refresh is to end
     */
    void read(FolderListing listing, FolderContent content) throws IOException {
        FolderContent wanted = selection.takesAll() ? content : new SelectedContent(content, selection, area.root());
        listing.read(new UntilCancelled(wanted));
    }

    /** Throws where the refresh is to end: so nothing half seen is ever taken for complete. */
    void endIfCancelled() {
        if (refresh.isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new ConnectorException(
                    FailureOrigin.THIRD_PARTY, FilesMessage.REFRESH_ENDED.with(connector, area.addressOf(area.root())));
        }
    }

    /** Takes note of a pipe, a socket or a device. */
    void passOver(String path) {
        specialFiles.passOver(area.addressOf(path));
    }

    /** Says that a file could not be looked at. */
    Message unreadable(String file, IOException cause) {
        return FilesMessage.unreadable(area.addressOf(file), connector, cause);
    }

    /** Says that a folder could not be listed. */
    Message unlistable(String folder, IOException cause) {
        return FilesMessage.FOLDER_UNREADABLE.with(
                area.addressOf(folder), connector, cause.getClass().getSimpleName());
    }

    private final class UntilCancelled implements FolderContent {

        private final FolderContent content;

        private UntilCancelled(FolderContent content) {
            this.content = content;
        }

        @Override
        public void file(FoundFile file) {
            endIfCancelled();
            content.file(file);
        }

        @Override
        public void folder(String path) {
            endIfCancelled();
            content.folder(path);
        }

        @Override
        public void special(String path) {
            endIfCancelled();
            content.special(path);
        }

        @Override
        public void unreadable(String path, ItemKey entry, Message reason) {
            endIfCancelled();
            content.unreadable(path, entry, reason);
        }
    }
}
