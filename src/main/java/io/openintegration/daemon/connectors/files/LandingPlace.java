package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** What the connection of a monitor names, and what can be wrong with it. */
public interface LandingPlace {

    /** Knows how to reach one kind of places. */
    @FunctionalInterface
    interface Kind {

        /** Touches neither network nor file system. */
        LandingPlace of(Connection connection, FilesIntegratorContext context);
    }

    /**
     * As the configuration spells it.
     *
     * @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-400-001} where it says nothing
     */
    String address();

    /**
     * Makes sure that the monitored folder is there and can be listed.
     *
     * @throws ConnectorException says why it cannot be used
     * @throws IOException where it was there, and is no longer
     */
    LandingArea open() throws IOException;

    /**
     * Begins to hear of changes between refreshes.
     *
     * @param changed told of them
     * @param failed told, by any thread, where watching has ended by itself
     * @return empty where nobody tells of changes in such a place
     * @throws IOException where it should be possible, and is not
     */
    default Optional<FolderWatch> watch(ChangedFolders changed, Consumer<Throwable> failed) throws IOException {
        return Optional.empty();
    }

    /** What to throw where the monitored folder could not be listed to its end: says that it is gone, if it is. */
    ConnectorException listingFailed(IOException cause);
}
