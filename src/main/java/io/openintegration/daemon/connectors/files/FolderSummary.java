package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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

    private final FolderFacts root;
    private final FolderReader reader;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Map<ItemKey, Message> unreadable = new LinkedHashMap<>();
    private Optional<FileTime> lastChange;
    private long files;
    private long bytes;
    private boolean whole = true;

    private FolderSummary(FolderFacts root, FolderReader reader) {
        this.root = root;
        this.reader = reader;
        this.lastChange = root.lastChange();
    }

    /** @throws IOException where the root itself could not be listed to its end */
    static FolderSummary of(FolderReader reader) throws IOException {
        FolderSummary summary;
        try (FolderListing listing = reader.list(reader.area().root())) {
            summary = new FolderSummary(listing.folder(), reader);
            reader.read(listing, summary);
        }
        String next = summary.waiting.poll();
        while (next != null) {
            summary.read(next);
            next = summary.waiting.poll();
        }
        if (!reader.area().isStill(summary.root)) {
            throw new NoSuchFileException(summary.root.path());
        }
        return summary;
    }

    /** The directory itself. */
    FolderFacts root() {
        return root;
    }

    /** Time of the newest change: of a file's content, or of what a folder holds. Empty where there is none to tell. */
    Optional<FileTime> lastChange() {
        return lastChange;
    }

    long files() {
        return files;
    }

    /** Sum of the files' sizes, in bytes. */
    long bytes() {
        return bytes;
    }

    /** Whether all folders could be listed to their end: else there is more than was counted, and nobody knows how much. */
    boolean isWhole() {
        return whole;
    }

    Map<ItemKey, Message> unreadable() {
        return unreadable;
    }

    @Override
    public void file(FoundFile file) {
        if (!file.isLink()) {
            files++;
            bytes += file.size();
        }
        changedAt(file.lastChange());
    }

    @Override
    public void folder(String folder) {
        waiting.push(folder);
    }

    @Override
    public void special(String path) {
        reader.passOver(path);
    }

    @Override
    public void unreadable(String path, ItemKey entry, Message reason) {
        if (unreadable.size() < MOST_REPORTED) {
            unreadable.put(entry, reason);
        }
    }

    private void read(String folder) {
        try (FolderListing listing = reader.list(folder)) {
            listing.folder().lastChange().ifPresent(this::changedAt);
            reader.read(listing, this);
        } catch (IOException failure) {
            if (!(failure instanceof NoSuchFileException)) {
                whole = false;
                unreadable(folder, reader.area().keyOf(folder), reader.unlistable(folder, failure));
            }
        }
    }

    private void changedAt(FileTime time) {
        if (lastChange.isEmpty() || time.compareTo(lastChange.get()) > 0) {
            lastChange = Optional.of(time);
        }
    }
}
