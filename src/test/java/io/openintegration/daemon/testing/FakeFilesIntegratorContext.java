package io.openintegration.daemon.testing;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import java.nio.file.Path;

/** A context for files connectors: relative addresses are taken from a given directory. */
public final class FakeFilesIntegratorContext extends FakeIntegrationContext implements FilesIntegratorContext {

    public static final ConnectorName CONNECTOR = new ConnectorName("OakDeneLandingAreaFilesMonitor");
    public static final String FILE_SYSTEM = "testHost";

    private final Path base;

    public FakeFilesIntegratorContext(Path base) {
        super(CONNECTOR);
        this.base = base;
    }

    @Override
    public Path resolve(String address) {
        return base.resolve(address).toAbsolutePath().normalize();
    }

    @Override
    public String fileSystemName() {
        return FILE_SYSTEM;
    }
}
