package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Mounted directories whose watches can be got hold of, and forbidden. */
final class WatchedPlaces implements LandingPlace.Kind {

    private final List<DirectoryWatch> watches = new ArrayList<>();
    private boolean forbidden;

    /** All that were begun so far. */
    List<DirectoryWatch> watches() {
        return watches;
    }

    DirectoryWatch last() {
        return watches.get(watches.size() - 1);
    }

    /** From now on the operating system lets nobody watch. */
    void forbid() {
        forbidden = true;
    }

    @Override
    public LandingPlace of(Connection connection, FilesIntegratorContext context) {
        LandingPlace directory = new MonitoredDirectory(connection, context);
        return new LandingPlace() {
            @Override
            public String address() {
                return directory.address();
            }

            @Override
            public LandingArea open() throws IOException {
                return directory.open();
            }

            @Override
            public Optional<FolderWatch> watch(ChangedFolders changed, Consumer<Throwable> failed) throws IOException {
                if (forbidden) {
                    throw new IOException("User limit of inotify instances reached");
                }
                Optional<FolderWatch> watch = directory.watch(changed, failed);
                watch.ifPresent(begun -> watches.add((DirectoryWatch) begun));
                return watch;
            }

            @Override
            public ConnectorException listingFailed(IOException cause) {
                return directory.listingFailed(cause);
            }
        };
    }
}
