package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.spi.ConnectorName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * A directory of a mounted file system. Opens nothing but folders, and follows no link further than to a regular file below
 * the same root: pipes, sockets and devices are told of and passed over, so that none of them can hold up the connector.
 */
final class LocalLandingArea implements LandingArea {

    private final Path root;
    private final String fileSystemName;
    private final LocalEntries entries;

    /** @throws IOException where the directory is gone */
    LocalLandingArea(Path root, String fileSystemName, ConnectorName connector) throws IOException {
        this.root = root;
        this.fileSystemName = fileSystemName;
        this.entries = new LocalEntries(root.toRealPath(), attributesOf(root), connector);
    }

    private static Class<? extends BasicFileAttributes> attributesOf(Path root) {
        return root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? PosixFileAttributes.class
                : BasicFileAttributes.class;
    }

    @Override
    public String root() {
        return root.toString();
    }

    @Override
    public String fileSystemName() {
        return fileSystemName;
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // closed with the listing
    public FolderListing list(String folder) throws IOException {
        Path path = root.getFileSystem().getPath(folder);
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        try {
            FolderFacts facts = facts(path).orElseThrow(() -> new NoSuchFileException(folder));
            return new LocalFolder(facts, stream, entries);
        } catch (IOException | RuntimeException failure) {
            stream.close();
            throw failure;
        }
    }

    @Override
    public boolean isStill(FolderFacts folder) {
        try {
            return facts(root.getFileSystem().getPath(folder.path()))
                    .filter(now -> Objects.equals(now.identity(), folder.identity()))
                    .isPresent();
        } catch (IOException unknown) {
            return false;
        }
    }

    @Override
    public void close() {
        // nothing stays open
    }

    /** Empty where there is no folder. */
    private Optional<FolderFacts> facts(Path path) throws IOException {
        try {
            // The root may itself be reached through a link: that is the operator's wish, not a stranger's.
            BasicFileAttributes attributes = path.equals(root)
                    ? Files.readAttributes(path, BasicFileAttributes.class)
                    : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(attributes)
                    .filter(BasicFileAttributes::isDirectory)
                    .map(found -> LocalFolder.facts(path, found));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
