package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.FileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * A regular file of a mounted file system.
 *
 * @param place where it is in the monitored directory
 * @param content where its bytes are: the same place, or the target of the link that stands there; never a link
 * @param attributes of the content
 */
record LocalFile(Path place, Path content, BasicFileAttributes attributes) implements FoundFile {

    @Override
    public String path() {
        return place.toString();
    }

    @Override
    public String name() {
        return place.getFileName().toString();
    }

    @Override
    public long size() {
        return attributes.size();
    }

    @Override
    public FileTime lastChange() {
        return attributes.lastModifiedTime();
    }

    @Override
    public FileTime created() {
        return attributes.creationTime();
    }

    @Override
    public boolean isLink() {
        return !place.equals(content);
    }

    @Override
    public String version() {
        return permissions() + "/" + (isLink() ? content : "");
    }

    @Override
    public Map<String, String> facts() throws IOException {
        return Map.of(
                "canRead", String.valueOf(Files.isReadable(content)),
                "canWrite", String.valueOf(Files.isWritable(content)),
                "canExecute", String.valueOf(Files.isExecutable(content)),
                "isHidden", String.valueOf(Files.isHidden(place)));
    }

    @Override
    public FileBytes bytes() {
        return new LocalFileBytes(content, attributes.size());
    }

    /** A file whose permissions change keeps its times, but what can be read of it changes. */
    private String permissions() {
        return attributes instanceof PosixFileAttributes posix
                ? PosixFilePermissions.toString(posix.permissions())
                : "";
    }
}
