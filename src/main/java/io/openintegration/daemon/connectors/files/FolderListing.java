package io.openintegration.daemon.connectors.files;

import java.io.Closeable;
import java.io.IOException;

/** An open folder. */
public interface FolderListing extends Closeable {

    /** The folder itself. */
    FolderFacts folder();

    /**
     * Goes through the entries of the folder, once, in no particular order. What is gone again is passed over, and so
     * is a link to a folder.
     *
     * @throws IOException where the folder could not be listed to its end
     */
    void read(FolderContent content) throws IOException;
}
