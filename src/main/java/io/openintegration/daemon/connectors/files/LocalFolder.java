package io.openintegration.daemon.connectors.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** An open directory of a mounted file system. */
record LocalFolder(FolderFacts folder, DirectoryStream<Path> stream, LocalEntries entries) implements FolderListing {

    static FolderFacts facts(Path path, BasicFileAttributes attributes) {
        Path name = path.getFileName();
        return new FolderFacts(
                path.toString(),
                name == null ? path.toString() : name.toString(),
                Optional.of(attributes.creationTime()),
                Optional.of(attributes.lastModifiedTime()),
                attributes.fileKey());
    }

    @Override
    public void read(FolderContent content) throws IOException {
        try {
            for (Path entry : stream) {
                entries.visit(entry, content);
            }
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
