package io.openintegration.daemon.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files whole or not at all: what a crash leaves is the old content or the new. */
public final class AtomicFile {

    private static final String OWNER_ONLY = "rw-------";

    private AtomicFile() {}

    /**
     * Writes a file by way of a draft beside it. A file that was there keeps its permissions, and a link still leads to it; a
     * new one can be read by its owner only.
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path directory = target.getParent();
        Path draft =
                Files.createTempFile(directory, "." + target.getFileName(), ".draft", ownerOnly(directory, OWNER_ONLY));
        try {
            writeThrough(draft, content);
            if (isPosix(directory) && Files.exists(target)) {
                // a reader by group stays one
                Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        forceDirectory(directory);
    }

    /** What creates files and directories for their owner only; nothing where the file system cannot. */
    public static FileAttribute<?>[] ownerOnly(Path directory, String permissions) {
        return isPosix(directory)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes the new name last; systems without POSIX cannot open directories. */
    private static void forceDirectory(Path directory) throws IOException {
        if (isPosix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
