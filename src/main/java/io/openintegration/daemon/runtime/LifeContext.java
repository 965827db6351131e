package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.spi.ConnectionPolicy;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.JdbcDrivers;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** The context of one life of a connector. It serves every integration service. */
record LifeContext(
        ConnectorName connectorName,
        PermittedSynchronization permittedSynchronization,
        Optional<MetadataSource> metadataSource,
        FileAccess files,
        ConnectionPolicy connectionPolicy,
        JdbcDrivers drivers,
        AuditLog auditLog,
        Clock clock,
        LifeSigns signs,
        ThreadFactory threads)
        implements FilesIntegratorContext, DatabaseIntegratorContext {

    @Override
    public void heartbeat() {
        signs.pulse().beat();
    }

    @Override
    public void requestRefresh() {
        signs.prompt().ask();
    }

    @Override
    public Path resolve(String address) {
        return files.resolve(address);
    }

    @Override
    public String fileSystemName() {
        return metadataSource.map(source -> source.name().value()).orElse(files.hostName());
    }
}
