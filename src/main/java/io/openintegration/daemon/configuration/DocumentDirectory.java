package io.openintegration.daemon.configuration;

import io.openintegration.daemon.metadata.ServerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory of configuration documents, one file {@code <serverName>.json} for each known server (setting
 * {@code daemon.configuration.directory}). Read anew each time, so that a document can be added while the platform
 * runs.
 */
public final class DocumentDirectory {

    private static final String ENDING = ".json";

    private final Path directory;

    public DocumentDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * The servers that have a document, in the order of their names.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-500-001} where the directory cannot be read
     */
    public List<ServerName> servers() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(name -> !name.isBlank())
                    .sorted()
                    .map(ServerName::new)
                    .toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /** Whether the server has a document. Compared with the list of files, so no name can lead out of the directory. */
    public boolean knows(ServerName server) {
        return servers().contains(server);
    }

    /**
     * The document's text.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-500-001} where it cannot be read
     */
    public String read(ServerName server) {
        Path file = file(server);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * The document's bytes as they are; empty where there is none.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-500-001} where it cannot be read
     */
    public Optional<byte[]> stored(ServerName server) {
        if (!knows(server)) {
            return Optional.empty();
        }
        Path file = file(server);
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Saves a document: a reader sees the old one or the new one, never a part. A new document is readable by its owner
     * only, since it may hold passwords.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-500-002} where that is impossible; the old one stays
     */
    public void save(ServerName server, byte[] document) {
        try {
            AtomicFile.write(file(server), document);
        } catch (IOException e) {
            throw unwritable(file(server), e);
        }
    }

    /**
     * Removes a document; where there is none, nothing happens.
     *
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-500-002} where that is impossible
     */
    public void delete(ServerName server) {
        try {
            Files.deleteIfExists(file(server));
        } catch (IOException e) {
            throw unwritable(file(server), e);
        }
    }

    private Path file(ServerName server) {
        return directory.resolve(server.value() + ENDING);
    }

    private static ConfigurationException unwritable(Path path, IOException cause) {
        return new ConfigurationException(
                ConfigurationMessage.UNWRITABLE.with(path, cause.getClass().getSimpleName()));
    }

    private static ConfigurationException unreadable(Path path, IOException cause) {
        return new ConfigurationException(
                ConfigurationMessage.UNREADABLE.with(path, cause.getClass().getSimpleName()));
    }
}
