package io.openintegration.daemon.configuration;

import io.openintegration.daemon.metadata.ServerName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where audit logs may be written to. A document is written by administrators, who need not be those of the machine: it must
 * not make the daemon write just anywhere.
 *
 * @param base what relative directories start from, and where files go by default
 * @param permittedRoots further directories that may be named (setting {@code daemon.audit.permitted.roots})
 */
public record AuditDirectories(Path base, List<Path> permittedRoots) {

    public AuditDirectories {
        base = base.toAbsolutePath().normalize();
        permittedRoots = permittedRoots.stream()
                .map(root -> root.toAbsolutePath().normalize())
                .toList();
    }

    /**
     * A directory that may be written to.
     *
     * @param root the permitted directory that it is in
     */
    record Permitted(Path root, Path directory) {}

    /** The directories that everything must be in, the base first. */
    List<Path> roots() {
        return Stream.concat(Stream.of(base), permittedRoots.stream()).toList();
    }

    /** The server's own directory in the base. */
    Permitted standard(ServerName server) {
        return new Permitted(base, base.resolve(folder(server)));
    }

    /**
     * The server's own directory below that of the address, so that two servers never write to the same files.
     *
     * @return empty where nothing may be written there
     */
    Optional<Permitted> at(String address, ServerName server) {
        return path(address)
                .filter(path -> StreamSupport.stream(path.spliterator(), false)
                        .noneMatch(step -> step.toString().equals("..")))
                .map(path -> base.resolve(path).normalize())
                .flatMap(path -> roots().stream()
                        .filter(path::startsWith)
                        .findFirst()
                        .map(root -> new Permitted(root, path.resolve(folder(server)))));
    }

    private static Optional<Path> path(String address) {
        if (address.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(address.strip()));
        } catch (InvalidPathException e) { // said by the caller, with the place in the document
            return Optional.empty();
        }
    }

    /** A file name for each server name; no two share one, and none leads anywhere else. */
    private static String folder(ServerName server) {
        String name = URLEncoder.encode(server.value(), StandardCharsets.UTF_8);
        return name.startsWith(".") ? "%2E" + name.substring(1) : name;
    }
}
