package io.openintegration.daemon.configuration;

import io.openintegration.daemon.metadata.ServerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Path file = directory.resolve(server.value() + ENDING);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ConfigurationException unreadable(Path path, IOException cause) {
        return new ConfigurationException(
                ConfigurationMessage.UNREADABLE.with(path, cause.getClass().getSimpleName()));
    }
}
