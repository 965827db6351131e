package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A folder whose content is being described. Its sub-folders wait until its own entries are done. */
final class OpenFolder implements FolderContent, AutoCloseable {

    private final FolderFacts folder;
    private final DescriptionScope scope;
    private final FolderReader reader;
    private final FileDescriber files;
    private final Deque<String> waiting = new ArrayDeque<>();

    OpenFolder(FolderFacts folder, DescriptionScope scope, FolderReader reader, FileDescriber files) {
        this.folder = folder;
        this.scope = scope;
        this.reader = reader;
        this.files = files;
    }

    FolderFacts folder() {
        return folder;
    }

    DescriptionScope scope() {
        return scope;
    }

    Optional<String> nextFolder() {
        return Optional.ofNullable(waiting.poll());
    }

    @Override
    public void file(FoundFile file) {
        try {
            scope.add(reader.area().keyOf(file.path()), files.stamp(file), () -> files.describe(file));
        } catch (UncheckedIOException failure) {
            reader.endIfCancelled();
            reportUnlessGone(file.path(), failure.getCause());
        }
    }

    @Override
    public void folder(String path) {
        waiting.add(path);
    }

    @Override
    public void special(String path) {
        reader.passOver(path);
    }

    @Override
    public void unreadable(String path, ItemKey entry, Message reason) {
        scope.unreadable(entry, reason);
    }

    /** Says that there is more in this folder than was seen. */
    void restUnreadable(Message reason) {
        scope.unreadable(new ItemKey(reader.area().keyOf(folder.path()) + "/"), reason);
    }

    @Override
    public void close() {
        scope.close();
    }

    /** A file that vanished after it was listed is simply not there: the folder is complete without it. */
    private void reportUnlessGone(String file, IOException failure) {
        if (!(failure instanceof NoSuchFileException)) {
            unreadable(file, reader.area().keyOf(file), reader.unreadable(file, failure));
        }
    }
}
