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

    /** No server's directory can be called so. */
    private static final String KEY = ".version-key";

    private final Path directory;
    private final VersionKey key;

    /** @param directory made when it is needed */
    public DocumentHistory(Path directory) {
        this.directory = directory;
        this.key = new VersionKey(directory.resolve(KEY));
    }

    /** The version of a document, whether it is kept or not. */
    DocumentVersion versionOf(byte[] document) {
        return key.versionOf(document);
    }

    /** Keeps a version, unless it is the newest one already. */
    void keep(ServerName server, byte[] document, Instant now) {
        List<String> names = names(server);
        if (!names.isEmpty() && names.get(0).endsWith(digest(document))) {
            return;
        }
        Path versions = directoryOf(server);
        try {
            Files.createDirectories(versions, AtomicFile.ownerOnly(directory, "rwx------"));
            AtomicFile.write(versions.resolve(id(time(names, now), document) + ENDING), document);
            for (String old : names.subList(Math.min(names.size(), KEPT - 1), names.size())) {
                Files.deleteIfExists(versions.resolve(old + ENDING));
            }
        } catch (IOException e) {
            throw new ConfigurationException(
                    ConfigurationMessage.UNWRITABLE.with(versions, e.getClass().getSimpleName()));
        }
    }

    /** The kept versions, newest first. */
    List<DocumentRevision> revisions(ServerName server) {
        return names(server).stream().map(name -> revision(server, name)).toList();
    }

    /** The bytes of a kept version; empty where there is none of that id. */
    Optional<byte[]> find(ServerName server, String id) {
        return names(server).stream()
                .filter(name -> time(name).equals(time(id)))
                .map(name -> read(server, name))
                .filter(document -> id(time(id), document).equals(id))
                .findFirst();
    }

    private DocumentRevision revision(ServerName server, String name) {
        byte[] document = read(server, name);
        return new DocumentRevision(
                id(time(name), document),
                TIME.parse(time(name), Instant::from),
                versionOf(document),
                DocumentJson.parse(document).flatMap(ChangeTrail::newest));
    }

    /** Made of the content, not of the file's name: an earlier release wrote plain digests there, which tell too much. */
    private String id(String time, byte[] document) {
        return time + digest(document);
    }

    private String digest(byte[] document) {
        return "-" + versionOf(document).abbreviated();
    }

    private byte[] read(ServerName server, String name) {
        Path file = directoryOf(server).resolve(name + ENDING);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ConfigurationException(
                    ConfigurationMessage.UNREADABLE.with(file, e.getClass().getSimpleName()));
        }
    }

    /** The files of the kept versions without their ending, newest first. */
    private List<String> names(ServerName server) {
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
    private static String time(List<String> names, Instant now) {
        String wanted = TIME.format(now);
        if (names.isEmpty() || wanted.compareTo(time(names.get(0))) > 0) {
            return wanted;
        }
        return TIME.format(TIME.parse(time(names.get(0)), Instant::from).plusMillis(1));
    }

    private static String time(String name) {
        return name.substring(0, Math.max(0, name.indexOf('-')));
    }

    /** Documents that were not made by a command may have any name. */
    private Path directoryOf(ServerName server) {
        String name = server.value();
        return directory.resolve(
                NewServerName.isSafe(name)
                        ? name
                        : "~" + HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)));
    }
}
