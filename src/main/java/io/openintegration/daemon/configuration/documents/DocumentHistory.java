package io.openintegration.daemon.configuration.documents;

import io.openintegration.daemon.configuration.AtomicFile;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.ConfigurationMessage;
import io.openintegration.daemon.metadata.ServerName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The previous versions of documents, a directory for each server; only their owner can read them, since they hold what the
 * documents hold. The failures of all methods are {@link ConfigurationException}s ({@code SERVER-CONFIGURATION-500-001},
 * {@code -002}). Callers hold the document's lock.
 */
public final class DocumentHistory {

    /** How many versions are kept of each document. */
    public static final int KEPT = 50;

    private static final String ENDING = ".json";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;

    /** @param directory made when it is needed */
    public DocumentHistory(Path directory) {
        this.directory = directory;
    }

    /** Keeps a version, unless it is the newest one already. */
    void keep(ServerName server, byte[] document, Instant now) {
        List<String> ids = ids(server);
        String digest = digest(document);
        if (!ids.isEmpty() && ids.get(0).endsWith("-" + digest)) {
            return;
        }
        Path versions = directoryOf(server);
        try {
            Files.createDirectories(versions, AtomicFile.ownerOnly(directory, "rwx------"));
            AtomicFile.write(versions.resolve(time(ids, now) + "-" + digest + ENDING), document);
            for (String old : ids.subList(Math.min(ids.size(), KEPT - 1), ids.size())) {
                Files.deleteIfExists(versions.resolve(old + ENDING));
            }
        } catch (IOException e) {
            throw new ConfigurationException(
                    ConfigurationMessage.UNWRITABLE.with(versions, e.getClass().getSimpleName()));
        }
    }

    /** The kept versions, newest first. */
    List<DocumentRevision> revisions(ServerName server) {
        return ids(server).stream().map(id -> revision(server, id)).toList();
    }

    /** The bytes of a kept version; empty where there is none of that id. */
    Optional<byte[]> find(ServerName server, String id) {
        return ids(server).contains(id) ? Optional.of(read(server, id)) : Optional.empty();
    }

    private DocumentRevision revision(ServerName server, String id) {
        byte[] document = read(server, id);
        Instant keptAt = TIME.parse(id.substring(0, id.indexOf('-')), Instant::from);
        return new DocumentRevision(
                id,
                keptAt,
                DocumentVersion.of(document),
                DocumentJson.parse(document).flatMap(ChangeTrail::newest));
    }

    private byte[] read(ServerName server, String id) {
        Path file = directoryOf(server).resolve(id + ENDING);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ConfigurationException(
                    ConfigurationMessage.UNREADABLE.with(file, e.getClass().getSimpleName()));
        }
    }

    private List<String> ids(ServerName server) {
        Path versions = directoryOf(server);
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(versions)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{8}T\\d{6}\\.\\d{3}Z-[0-9a-f]{16}\\.json"))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException(
                    ConfigurationMessage.UNREADABLE.with(versions, e.getClass().getSimpleName()));
        }
    }

    /** A time later than that of all kept versions, so that their order stays what it was also when clocks are set back. */
    private static String time(List<String> ids, Instant now) {
        if (ids.isEmpty()) {
            return TIME.format(now);
        }
        String newest = ids.get(0).substring(0, ids.get(0).indexOf('-'));
        String wanted = TIME.format(now);
        return wanted.compareTo(newest) > 0
                ? wanted
                : TIME.format(TIME.parse(newest, Instant::from).plusMillis(1));
    }

    /** Documents that were not made by a command may have any name. */
    private Path directoryOf(ServerName server) {
        String name = server.value();
        return directory.resolve(
                NewServerName.isSafe(name)
                        ? name
                        : "~" + HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static String digest(byte[] document) {
        return DocumentVersion.of(document).value().substring(0, 16);
    }
}
