package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The directory of a mounted file system that a connection names, and what can be wrong with it. */
final class MonitoredDirectory implements LandingPlace {

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?!file:)[a-z][a-z0-9+.-]+://");
    private static final Pattern PASSWORD = Pattern.compile("(://[^/@:]*:)[^/@]*@");

    private final Connection connection;
    private final FilesIntegratorContext context;

    MonitoredDirectory(Connection connection, FilesIntegratorContext context) {
        this.connection = connection;
        this.context = context;
    }

    /**
     * Looks at the form of the address alone.
     *
     * @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-400-101} where it is for a plug-in that is not here
     */
    static Connection requireLocal(Connection connection) {
        connection
                .endpointAddress()
                .filter(address -> ELSEWHERE.matcher(address).lookingAt())
                .ifPresent(address -> {
                    throw new ConnectorException(
                            FailureOrigin.CONFIGURATION,
                            FilesMessage.PLUGIN_MISSING.with(
                                    PASSWORD.matcher(address).replaceFirst("$1***@")));
                });
        return connection;
    }

    @Override
    public String address() {
        return connection
                .endpointAddress()
                .filter(address -> !address.isBlank())
                .orElseThrow(() -> new ConnectorException(
                        FailureOrigin.CONFIGURATION, FilesMessage.ADDRESS_MISSING.with(context.connectorName())));
    }

    /**
     * Makes sure that the directory is there and can be listed.
     *
     * @return absolute path of the directory
     * @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-400-001} without an address,
     *     {@code -404-001} where there is nothing, {@code -400-002} where there is something else, {@code -400-003}
     *     where it may not be read
     */
    Path check() {
        Path path = context.resolve(address());
        if (!attributes(path).isDirectory()) {
            throw failure(FailureOrigin.CONFIGURATION, FilesMessage.NOT_A_DIRECTORY, path, null);
        }
        if (!Files.isReadable(path) || !Files.isExecutable(path)) {
            throw failure(FailureOrigin.THIRD_PARTY, FilesMessage.NOT_READABLE, path, null);
        }
        return path;
    }

    @Override
    public LandingArea open() throws IOException {
        return new LocalLandingArea(check(), context.fileSystemName(), context.connectorName());
    }

    @Override
    public Optional<FolderWatch> watch(ChangedFolders changed, Consumer<Throwable> failed) throws IOException {
        return Optional.of(DirectoryWatch.begin(check(), changed, context.threads(), failed));
    }

    @Override
    public ConnectorException listingFailed(IOException cause) {
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY,
                FilesMessage.LISTING_FAILED.with(
                        address(),
                        check(),
                        context.connectorName(),
                        cause.getClass().getSimpleName()),
                cause);
    }

    private BasicFileAttributes attributes(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException missing) {
            throw failure(FailureOrigin.THIRD_PARTY, FilesMessage.DIRECTORY_MISSING, path, missing);
        } catch (IOException unreadable) {
            throw failure(FailureOrigin.THIRD_PARTY, FilesMessage.NOT_READABLE, path, unreadable);
        }
    }

    private ConnectorException failure(FailureOrigin origin, FilesMessage message, Path path, IOException cause) {
        return new ConnectorException(origin, message.with(address(), path, context.connectorName()), cause);
    }
}
