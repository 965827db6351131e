package io.openintegration.daemon.audit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A directory below a permitted root, which links cannot lead out of: below the root there may be none. What is made there can
 * be read by the account of the server and its group, so that a log shipper needs no more than that group.
 *
 * @param root may be a link itself: whoever permitted it chose that
 */
record PermittedDirectory(Path root, Path directory) {

    /** Makes the directory where it is not there. */
    void make() throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root, permissions("rwxr-x---"));
        }
        Path step = root;
        for (Path name : root.relativize(directory)) {
            step = step.resolve(name);
            makeOne(step);
        }
    }

    /** The permissions of files that are made in it. */
    FileAttribute<?>[] ofFiles() {
        return permissions("rw-r-----");
    }

    private void makeOne(Path step) throws IOException {
        try {
            Files.createDirectory(step, permissions("rwxr-x---"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(step, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(step.toString(), null, "neither a directory nor to be made one");
            }
        }
    }

    /** File systems without POSIX permissions pass on those of the directory. */
    private FileAttribute<?>[] permissions(String permissions) {
        boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
