package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.DescriptionSink;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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
    void describe(DescriptionSink sink) throws IOException {
        try (OpenFolders open = new OpenFolders()) {
            try (FolderListing listing = reader.list(reader.area().root())) {
                open.enter(openRoot(listing.folder(), sink));
                reader.read(listing, open.current());
            }
            while (!open.isEmpty()) {
                Optional<String> next = open.current().nextFolder();
                if (next.isPresent()) {
                    enter(next.get(), open);
                } else {
                    leave(open);
                }
            }
        }
    }

    private OpenFolder openRoot(FolderFacts folder, DescriptionSink sink) {
        DescriptionScope scope = sink.open(
                reader.area().keyOf(folder.path()), folders.folder(folder, FolderDescriber.OWNED_BY_FILE_SYSTEM));
        return new OpenFolder(folder, scope, reader, files);
    }

    private void enter(String path, OpenFolders open) {
        OpenFolder parent = open.current();
        try (FolderListing listing = reader.list(path)) {
            open.enter(openNested(listing.folder(), parent));
            reader.read(listing, open.current());
        } catch (IOException failure) {
            // One that vanished before it could be opened is simply not there.
            if (open.current() != parent || !(failure instanceof NoSuchFileException)) {
                notListed(path, reader.unlistable(path, failure), parent, open);
            }
        }
    }

    /** A folder that could not even be opened is its parent's to report; else only the rest of it is missing. */
    private void notListed(String path, Message reason, OpenFolder parent, OpenFolders open) {
        if (open.current() == parent) {
            parent.unreadable(reader.area().keyOf(path), reason);
        } else {
            open.current().restUnreadable(reason);
            open.leave();
        }
    }

    private OpenFolder openNested(FolderFacts folder, OpenFolder parent) {
        DescriptionScope scope = parent.scope()
                .open(reader.area().keyOf(folder.path()), folders.folder(folder, FolderDescriber.IN_FOLDER));
        return new OpenFolder(folder, scope, reader, files);
    }

    private void leave(OpenFolders open) throws IOException {
        OpenFolder folder = open.current();
        if (reader.area().isStill(folder.folder())) {
            folder.scope().complete();
        } else if (open.isRoot()) {
            throw new NoSuchFileException(folder.folder().path());
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
