package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.ConnectorException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * A place with files in folders that a monitor looks through: a directory of this host, a bucket, a directory of another
 * host. Belongs to one refresh and its thread; open until it is closed.
 *
 * <p>What is wrong with one folder or one file is an {@link IOException}: the refresh goes on without it. What is wrong
 * with the whole place, so that asking for the next folder makes no sense either, is a {@link ConnectorException}: the
 * refresh ends, and nothing is taken out of the catalogue.
 */
public interface LandingArea extends Closeable {

    /** Path of the folder that is monitored. */
    String root();

    /**
     * What the place itself is called in qualified names, where no configuration says otherwise; so that it is the same
     * for everybody who speaks of it.
     */
    String fileSystemName();

    /** What operators should be told of the place before it is looked through. */
    default Optional<Message> remark() {
        return Optional.empty();
    }

    /** How to ask for a file or folder from anywhere, by its path in this place. Never the same for two of them. */
    default String addressOf(String path) {
        return path;
    }

    /** Identity of a file or folder within its connector. */
    default ItemKey keyOf(String path) {
        return new ItemKey(addressOf(path));
    }

    /**
     * Opens a folder.
     *
     * @throws IOException where it may not be listed; {@link NoSuchFileException} where it is gone, or there is something
     *     else by now
     */
    FolderListing list(String folder) throws IOException;

    /** Whether a folder is still there, and the one that it was. Not so where that cannot be found out. */
    boolean isStill(FolderFacts folder);
}
