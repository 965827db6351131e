package io.openintegration.daemon.connectors.files.content;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file, wherever they are kept. All that looks into files does so through this, so that it works for
 * every place that files can be found in.
 */
public interface FileBytes {

    /** How many there were, in bytes, when the file was listed: costs no look. There may be more or fewer by now. */
    long size();

    /**
     * Opens the file for reading from a place in it to its present end. Opening and reading end with an exception where
     * the thread is interrupted. The caller closes the stream; what it does not read is not fetched as a whole.
     *
     * @param offset in bytes, from 0; at or behind the present end there is nothing to read
     * @throws java.nio.file.NoSuchFileException where the file is gone
     * @throws java.nio.file.AccessDeniedException where it may not be read
     * @throws IOException where it could not be read for any other reason
     */
    InputStream from(long offset) throws IOException;
}
