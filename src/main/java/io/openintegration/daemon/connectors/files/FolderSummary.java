package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a directory and all that is in it come to. Counts what could be read. */
final class FolderSummary implements FolderContent {

    /** More than anyone would read in a report. */
    private static final int MOST_REPORTED = 1_000;

    private final Deque<Path> waiting = new ArrayDeque<>();
    private final Map<Path, Message> unreadable = new LinkedHashMap<>();
    private FileTime lastChange;
    private long files;
    private long bytes;

    private FolderSummary(FileTime lastChange) {
        this.lastChange = lastChange;
    }

    /** @throws IOException where the root itself could not be listed to its end */
    static FolderSummary of(Path root, BasicFileAttributes attributes, FolderReader reader) throws IOException {
        FolderSummary summary = new FolderSummary(attributes.lastModifiedTime());
        try (DirectoryStream<Path> entries = reader.list(root)) {
            reader.read(entries, summary);
        }
        Path next = summary.waiting.poll();
        while (next != null) {
            summary.read(next, reader);
            next = summary.waiting.poll();
        }
        if (!reader.isStill(root, attributes.fileKey())) {
            throw new NoSuchFileException(root.toString());
        }
        return summary;
    }

    /** Time of the newest change: of a file's content, or of what a folder holds. */
    FileTime lastChange() {
        return lastChange;
    }

    long files() {
        return files;
    }

    /** Sum of the files' sizes, in bytes. */
    long bytes() {
        return bytes;
    }

    Map<Path, Message> unreadable() {
        return unreadable;
    }

    @Override
    public void file(FoundFile file) {
        if (!file.isLink()) {
            files++;
            bytes += file.attributes().size();
        }
        changedAt(file.attributes().lastModifiedTime());
    }

    @Override
    public void folder(Path folder) {
        waiting.push(folder);
    }

    @Override
    public void unreadable(Path entry, Message reason) {
        if (unreadable.size() < MOST_REPORTED) {
            unreadable.put(entry, reason);
        }
    }

    private void read(Path folder, FolderReader reader) {
        try (DirectoryStream<Path> entries = reader.list(folder)) {
            Optional<BasicFileAttributes> attributes =
                    reader.attributes(folder).filter(BasicFileAttributes::isDirectory);
            if (attributes.isPresent()) {
                changedAt(attributes.get().lastModifiedTime());
                reader.read(entries, this);
            }
        } catch (IOException failure) {
            if (!(failure instanceof NoSuchFileException)) {
                unreadable(folder, reader.unlistable(folder, failure));
            }
        }
    }

    private void changedAt(FileTime time) {
        if (time.compareTo(lastChange) > 0) {
            lastChange = time;
        }
    }
}
