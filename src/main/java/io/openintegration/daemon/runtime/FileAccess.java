package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where connectors may look for files.
 *
 * @param base what relative addresses start from (setting {@code daemon.files.base})
 * @param permittedRoots directories outside of which nothing may be read (setting {@code daemon.files.permitted.roots});
 *     empty means no restriction
 * @param hostName name of this host's file system in qualified names
 */
public record FileAccess(Path base, List<Path> permittedRoots, String hostName) {

    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://");

    public FileAccess {
        base = base.toAbsolutePath().normalize();
        permittedRoots = permittedRoots.stream()
                .map(root -> root.toAbsolutePath().normalize())
                .toList();
    }

    /**
     * @throws ConnectorException where the address is not a path, or lies outside the permitted roots
     */
    Path resolve(String address) {
        Path path = base.resolve(parse(address)).normalize();
        if (!permittedRoots.isEmpty() && permittedRoots.stream().noneMatch(path::startsWith)) {
            throw new ConnectorException(
                    FailureOrigin.CONFIGURATION, RuntimeMessage.OUTSIDE_PERMITTED_ROOTS.with(path));
        }
        return path;
    }

    private static Path parse(String address) {
        try {
            if (address.startsWith("file:")) {
                return Path.of(URI.create(address));
            }
            if (!URL.matcher(address).lookingAt()) {
                return Path.of(address);
            }
        } catch (IllegalArgumentException e) {
            throw notAPath(address, e);
        }
        throw notAPath(address, null);
    }

    private static ConnectorException notAPath(String address, Throwable cause) {
        return new ConnectorException(FailureOrigin.CONFIGURATION, RuntimeMessage.NOT_A_PATH.with(address), cause);
    }
}
