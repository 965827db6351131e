package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionSink;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Describes a directory tree, one scope for each folder. A folder is declared complete only where it was listed to its
 * end and is still the same folder afterwards: so a file system that goes away in the middle empties nothing.
 */
final class TreeDescription {

    private final FolderReader reader;
    private final FolderDescriber folders;
    private final FileDescriber files;

    TreeDescription(FolderReader reader, FolderDescriber folders, FileDescriber files) {
        this.reader = reader;
        this.folders = folders;
        this.files = files;
    }

    /** @throws IOException where the root itself could not be listed to its end */
    void describe(Path root, DescriptionSink sink) throws IOException {
        try (OpenFolders open = new OpenFolders()) {
            try (DirectoryStream<Path> entries = reader.list(root)) {
                open.enter(openRoot(root, sink));
                reader.read(entries, open.current());
            }
            while (!open.isEmpty()) {
                Optional<Path> next = open.current().nextFolder();
                if (next.isPresent()) {
                    enter(next.get(), open);
                } else {
                    leave(open);
                }
            }
        }
    }

    private OpenFolder openRoot(Path root, DescriptionSink sink) throws IOException {
        BasicFileAttributes attributes =
                reader.attributes(root).orElseThrow(() -> new NoSuchFileException(root.toString()));
        return new OpenFolder(
                root,
                attributes.fileKey(),
                sink.open(
                        OpenFolder.keyOf(root), folders.folder(root, attributes, FolderDescriber.OWNED_BY_FILE_SYSTEM)),
                reader,
                files);
    }

    private void enter(Path path, OpenFolders open) {
        OpenFolder parent = open.current();
        try (DirectoryStream<Path> entries = reader.list(path)) {
            Optional<BasicFileAttributes> attributes = reader.attributes(path).filter(BasicFileAttributes::isDirectory);
            if (attributes.isPresent()) {
                open.enter(openNested(path, attributes.get(), parent));
                reader.read(entries, open.current());
            }
        } catch (IOException failure) {
            // One that vanished before it could be opened is simply not there.
            if (open.current() != parent || !(failure instanceof NoSuchFileException)) {
                notListed(path, reader.unlistable(path, failure), parent, open);
            }
        }
    }

    /** A folder that could not even be opened is its parent's to report; else only the rest of it is missing. */
    private static void notListed(Path path, Message reason, OpenFolder parent, OpenFolders open) {
        if (open.current() == parent) {
            parent.unreadable(path, reason);
        } else {
            open.current().restUnreadable(reason);
            open.leave();
        }
    }

    private OpenFolder openNested(Path path, BasicFileAttributes attributes, OpenFolder parent) {
        return new OpenFolder(
                path,
                attributes.fileKey(),
                parent.scope()
                        .open(OpenFolder.keyOf(path), folders.folder(path, attributes, FolderDescriber.IN_FOLDER)),
                reader,
                files);
    }

    private void leave(OpenFolders open) throws IOException {
        OpenFolder folder = open.current();
        if (reader.isStill(folder.path(), folder.identity())) {
            folder.scope().complete();
        } else if (open.isRoot()) {
            throw new NoSuchFileException(folder.path().toString());
        }
        open.leave();
    }

    /** The folder being described and those around it: a stack of its own, since trees may be deeper than Java's. */
    private static final class OpenFolders implements AutoCloseable {

        private final Deque<OpenFolder> folders = new ArrayDeque<>();

        void enter(OpenFolder folder) {
            folders.push(folder);
        }

        OpenFolder current() {
            return folders.element();
        }

        boolean isEmpty() {
            return folders.isEmpty();
        }

        boolean isRoot() {
            return folders.size() == 1;
        }

        void leave() {
            folders.pop().close();
        }

        @Override
        public void close() {
            while (!folders.isEmpty()) {
                leave();
            }
        }
    }
}
