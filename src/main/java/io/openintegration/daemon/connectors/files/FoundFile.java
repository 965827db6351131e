package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.FileBytes;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A file as the listing of its folder showed it. Nothing but {@link #facts()} and {@link #bytes()} costs a look at it. */
public interface FoundFile {

    /** Goes up whenever the same file would be described otherwise than before. */
    String WAY_OF_READING = "2";

    /** In its place. */
    String path();

    /** The last part of its path. */
    String name();

    /** In bytes. */
    long size();

    FileTime lastChange();

    /** The time of the last change where the place keeps no other. */
    FileTime created();

    /** Whether a link to the file stands here, and the file itself elsewhere in the same landing area. */
    boolean isLink();

    /** What tells this version of the file from others of the same size and time; empty where there is nothing. */
    String version();

    /**
     * What else the place says of the file: names of additional properties, and their values.
     *
     * @throws IOException where that cannot be found out
     */
    Map<String, String> facts() throws IOException;

    /** What is in it; not opened before it is read. */
    FileBytes bytes();

    /** Changes whenever the description of the file may have changed; costs no look at the file. */
    default String stamp() {
        return size() + "/" + lastChange().to(TimeUnit.NANOSECONDS) + "/" + version() + "/" + WAY_OF_READING;
    }
}
