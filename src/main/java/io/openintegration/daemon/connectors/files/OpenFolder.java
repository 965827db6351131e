package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A folder whose content is being described. Its sub-folders wait until its own entries are done. */
final class OpenFolder implements FolderContent, AutoCloseable {

    private final Path path;
    private final Object identity;
    private final DescriptionScope scope;
    private final FolderReader reader;
    private final FileDescriber files;
    private final Deque<Path> waiting = new ArrayDeque<>();

    /** @param identity the file system's own for the folder, by which a replaced one is found out; may be null */
    OpenFolder(Path path, Object identity, DescriptionScope scope, FolderReader reader, FileDescriber files) {
        this.path = path;
        this.identity = identity;
        this.scope = scope;
        this.reader = reader;
        this.files = files;
    }

    /** Identity of a file or folder within its connector. Bytes that are no text are told apart by their URI. */
    static ItemKey keyOf(Path path) {
        return new ItemKey(
                UnicodeNames.isUnicode(path) ? path.toString() : path.toUri().toString());
    }

    Path path() {
        return path;
    }

    Object identity() {
        return identity;
    }

    DescriptionScope scope() {
        return scope;
    }

    Optional<Path> nextFolder() {
        return Optional.ofNullable(waiting.poll());
    }

    @Override
    public void file(FoundFile file) {
        try {
            scope.add(new ItemKey(file.path().toString()), files.stamp(file), () -> files.describe(file));
        } catch (UncheckedIOException failure) {
            reader.endIfCancelled();
            reportUnlessGone(file.path(), failure.getCause());
        }
    }

    @Override
    public void folder(Path folder) {
        waiting.add(folder);
    }

    @Override
    public void unreadable(Path entry, Message reason) {
        scope.unreadable(keyOf(entry), reason);
    }

    /** Says that there is more in this folder than was seen. */
    void restUnreadable(Message reason) {
        scope.unreadable(new ItemKey(path + path.getFileSystem().getSeparator()), reason);
    }

    @Override
    public void close() {
        scope.close();
    }

    /** A file that vanished after it was listed is simply not there: the folder is complete without it. */
    private void reportUnlessGone(Path file, IOException failure) {
        if (!(failure instanceof NoSuchFileException)) {
            unreadable(file, reader.unreadable(file, failure));
        }
    }
}
