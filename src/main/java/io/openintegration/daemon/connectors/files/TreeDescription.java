package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.DescriptionSink;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.Refresh;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedSet;

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
            describeNested(open, false);
        }
    }

    /**
     * Describes what is in these folders now. Folders in them that are catalogued already are not entered.
     *
     * @param changed each after those around it
     * @return whether that is all that there is to say; not so where a folder is not catalogued, and none around it changed
     * @throws IOException where the root could not be listed to its end
     */
    boolean describeChanges(SortedSet<String> changed, Refresh refresh) throws IOException {
        boolean allKnown = true;
        for (String folder : changed) {
            allKnown &= describeChanges(folder, refresh);
        }
        return allKnown;
    }

    private boolean describeChanges(String folder, Refresh refresh) throws IOException {
        if (!reader.enters(folder)) {
            return true;
        }
        Optional<DescriptionScope> known = refresh.reopen(reader.area().keyOf(folder));
        if (known.isPresent()) {
            try (DescriptionScope scope = known.get();
                    OpenFolders open = new OpenFolders()) {
                if (listChanged(folder, scope, open)) {
                    describeNested(open, true);
                }
            }
        }
        return known.isPresent();
    }

    /** Returns whether it was listed. Where it is gone, that is a change of the folder around it. */
    private boolean listChanged(String folder, DescriptionScope scope, OpenFolders open) throws IOException {
        try (FolderListing listing = reader.list(folder)) {
            OpenFolder changed = new OpenFolder(listing.folder(), scope, reader, files);
            reader.read(listing, changed);
            open.enter(changed);
            return true;
        } catch (IOException failure) {
            if (isRoot(folder)) {
                throw failure;
            }
            if (!(failure instanceof NoSuchFileException)) {
                scope.unreadable(new ItemKey(reader.area().keyOf(folder) + "/"), reader.unlistable(folder, failure));
            }
            return false;
        }
    }

    /** @param keepKnown whether folders that are catalogued already are left as they are */
    private void describeNested(OpenFolders open, boolean keepKnown) throws IOException {
        while (!open.isEmpty()) {
            Optional<String> next = open.current().nextFolder();
            if (next.isEmpty()) {
                leave(open);
            } else if (!(keepKnown && open.current().scope().keep(reader.area().keyOf(next.get())))) {
                enter(next.get(), open);
            }
        }
    }

    private boolean isRoot(String folder) {
        return folder.equals(reader.area().root());
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
            parent.unreadable(path, reader.area().keyOf(path), reason);
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
        } else if (isRoot(folder.folder().path())) {
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
