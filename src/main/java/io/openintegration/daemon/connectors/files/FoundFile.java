package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.FileBytes;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/**
 * A regular file as the listing of its folder showed it.
 *
 * @param path its place in the monitored directory
 * @param content where its bytes are: the same place, or the target of the link that stands there; never a link
 * @param attributes of the content
 */
record FoundFile(Path path, Path content, BasicFileAttributes attributes) {

    /** Goes up whenever the same file would be described otherwise than before. */
    private static final String WAY_OF_READING = "1";

    boolean isLink() {
        return !path.equals(content);
    }

    /** What is in it; not opened before it is read. */
    FileBytes bytes() {
        return new LocalFileBytes(content, attributes.size());
    }

    /** Changes whenever the description of the file may have changed; costs no look at the file. */
    String stamp() {
        return attributes.size()
                + "/" + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)
                + "/" + permissions()
                + "/" + (isLink() ? content : "")
                + "/" + WAY_OF_READING;
    }

    /** A file whose permissions change keeps its times, but what can be read of it changes. */
    private String permissions() {
        return attributes instanceof PosixFileAttributes posix
                ? PosixFilePermissions.toString(posix.permissions())
                : "";
    }
}
