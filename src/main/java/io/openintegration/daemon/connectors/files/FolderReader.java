package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.Refresh;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * Lists folders below one root, for one refresh. Opens nothing but folders, and follows no link further than to a
 * regular file below the same root: pipes, sockets and devices are passed over, so that none of them can hold up the
 * connector.
 */
final class FolderReader {

    private final Path root;
    private final FileSelection selection;
    private final Path realRoot;
    private final Class<? extends BasicFileAttributes> attributesType;
    private final ConnectorName connector;
    private final Refresh refresh;

    FolderReader(Path root, FileSelection selection, ConnectorName connector, Refresh refresh) throws IOException {
        this.root = root;
        this.selection = selection;
        this.realRoot = root.toRealPath();
        this.attributesType = root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? PosixFileAttributes.class
                : BasicFileAttributes.class;
        this.connector = connector;
        this.refresh = refresh;
    }

    /**
     * Opens a folder for {@link #read}.
     *
     * @throws IOException where it may not be listed; {@link NoSuchFileException} where it is gone
     */
    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    DirectoryStream<Path> list(Path folder) throws IOException {
        endIfCancelled();
        return Files.newDirectoryStream(folder);
    }

    /**
     * Goes through the entries of one folder, in no particular order.
     *
     * @throws IOException where the folder could not be listed to its end
     * @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-503-001} where the refresh is to end
     */
    void read(DirectoryStream<Path> entries, FolderContent content) throws IOException {
        FolderContent wanted = selection.takesAll() ? content : new SelectedContent(content, selection, root);
        try {
            for (Path entry : entries) {
                endIfCancelled();
                visit(entry, wanted);
            }
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    /**
     * What the file system says of a file or folder, links not followed.
     *
     * @return empty where there is nothing of that name
     */
    Optional<BasicFileAttributes> attributes(Path path) throws IOException {
        try {
            // The root may itself be reached through a link: that is the operator's wish, not a stranger's.
            return Optional.of(
                    path.equals(root)
                            ? Files.readAttributes(path, attributesType)
                            : Files.readAttributes(path, attributesType, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /**
     * Whether a folder is still the one that it was when its identity was noted. Not so where the file system cannot
     * say.
     *
     * @param identity the file system's own; null where it keeps none
     */
    boolean isStill(Path folder, Object identity) {
        try {
            return attributes(folder)
                    .filter(BasicFileAttributes::isDirectory)
                    .filter(attributes -> Objects.equals(attributes.fileKey(), identity))
                    .isPresent();
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Throws where the refresh is to end: so nothing half seen is ever taken for complete. */
    void endIfCancelled() {
        if (refresh.isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new ConnectorException(FailureOrigin.THIRD_PARTY, FilesMessage.REFRESH_ENDED.with(connector, root));
        }
    }

    /** Says that a file could not be looked at. */
    Message unreadable(Path file, IOException cause) {
        return FilesMessage.unreadable(file, connector, cause);
    }

    /** Says that a folder could not be listed. */
    Message unlistable(Path folder, IOException cause) {
        return FilesMessage.FOLDER_UNREADABLE.with(
                folder, connector, cause.getClass().getSimpleName());
    }

    private void visit(Path entry, FolderContent content) {
        if (!UnicodeNames.isUnicode(entry)) {
            content.unreadable(entry, FilesMessage.NAME_NOT_UNICODE.with(entry, connector));
            return;
        }
        try {
            attributes(entry).ifPresent(attributes -> visit(entry, attributes, content));
        } catch (IOException failure) {
            content.unreadable(entry, unreadable(entry, failure));
        }
    }

    private void visit(Path entry, BasicFileAttributes attributes, FolderContent content) {
        if (attributes.isRegularFile()) {
            content.file(new FoundFile(entry, entry, attributes));
        } else if (attributes.isDirectory()) {
            content.folder(entry);
        } else if (attributes.isSymbolicLink()) {
            visitLink(entry, content);
        }
    }

    private void visitLink(Path link, FolderContent content) {
        try {
            Path target = link.toRealPath();
            if (!target.startsWith(realRoot)) {
                content.unreadable(link, FilesMessage.LINK_LEAVES.with(link, connector));
                return;
            }
            BasicFileAttributes attributes = Files.readAttributes(target, attributesType, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) {
                content.file(new FoundFile(link, target, attributes));
            }
        } catch (IOException broken) {
            content.unreadable(link, FilesMessage.LINK_BROKEN.with(link, connector));
        }
    }
}
