package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.FileBytes;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mounted directories of which some files and folders may not be opened, whatever account the tests run under. */
final class ClosedEntries implements LandingPlace.Kind {

    private final Set<String> closed = new HashSet<>();
    private final List<String> opened = new ArrayList<>();
    private Runnable beforeReading = () -> {};

    void close(Path entry) {
        closed.add(entry.toString());
    }

    void open(Path entry) {
        closed.remove(entry.toString());
    }

    /** Happens whenever a file is opened. */
    void beforeReading(Runnable event) {
        beforeReading = event;
    }

    /** The files that were opened, or would have been. */
    List<String> opened() {
        return opened;
    }

    @Override
    public LandingPlace of(Connection connection, FilesIntegratorContext context) {
        return new Place(new MonitoredDirectory(connection, context));
    }

    private void check(String path) throws AccessDeniedException {
        if (closed.contains(path)) {
            throw new AccessDeniedException(path);
        }
    }

    private final class Place implements LandingPlace {

        private final LandingPlace directory;

        private Place(LandingPlace directory) {
            this.directory = directory;
        }

        @Override
        public String address() {
            return directory.address();
        }

        @Override
        public LandingArea open() throws IOException {
            return new Area(directory.open());
        }

        @Override
        public ConnectorException listingFailed(IOException cause) {
            return directory.listingFailed(cause);
        }
    }

    private final class Area implements LandingArea {

        private final LandingArea area;

        private Area(LandingArea area) {
            this.area = area;
        }

        @Override
        public String root() {
            return area.root();
        }

        @Override
        public String fileSystemName() {
            return area.fileSystemName();
        }

        @Override
        public FolderListing list(String folder) throws IOException {
            check(folder);
            return new Listing(area.list(folder));
        }

        @Override
        public boolean isStill(FolderFacts folder) {
            return area.isStill(folder);
        }

        @Override
        public void close() throws IOException {
            area.close();
        }
    }

    private final class Listing implements FolderListing {

        private final FolderListing listing;

        private Listing(FolderListing listing) {
            this.listing = listing;
        }

        @Override
        public FolderFacts folder() {
            return listing.folder();
        }

        @Override
        public void read(FolderContent content) throws IOException {
            listing.read(new FolderContent() {
                @Override
                public void file(FoundFile file) {
                    content.file(new Entry(file));
                }

                @Override
                public void folder(String path) {
                    content.folder(path);
                }

                @Override
                public void special(String path) {
                    content.special(path);
                }

                @Override
                public void unreadable(String path, ItemKey entry, Message reason) {
                    content.unreadable(path, entry, reason);
                }
            });
        }

        @Override
        public void close() throws IOException {
            listing.close();
        }
    }

    /** Its permissions are a part of its version, as they are of a mounted file's. */
    private final class Entry implements FoundFile {

        private final FoundFile file;

        private Entry(FoundFile file) {
            this.file = file;
        }

        @Override
        public String path() {
            return file.path();
        }

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public FileTime lastChange() {
            return file.lastChange();
        }

        @Override
        public FileTime created() {
            return file.created();
        }

        @Override
        public boolean isLink() {
            return file.isLink();
        }

        @Override
        public String version() {
            return file.version() + (closed.contains(path()) ? "closed" : "open");
        }

        @Override
        public Map<String, String> facts() throws IOException {
            return file.facts();
        }

        @Override
        public FileBytes bytes() {
            FileBytes bytes = file.bytes();
            return new FileBytes() {
                @Override
                public long size() {
                    return bytes.size();
                }

                @Override
                public InputStream from(long offset) throws IOException {
                    opened.add(path());
                    check(path());
                    beforeReading.run();
                    return bytes.from(offset);
                }
            };
        }
    }
}
