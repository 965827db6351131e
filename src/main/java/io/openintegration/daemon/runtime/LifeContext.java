package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectionPolicy;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.JdbcDrivers;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.LineageReceipt;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;

/**
 * The context of one life of a connector. It serves every integration service.
 *
 * @param known those of some names that elements have
 */
record LifeContext(
        ServerName serverName,
        ConnectorName connectorName,
        PermittedSynchronization permittedSynchronization,
        Optional<MetadataSource> metadataSource,
        ThirdPartyAccess thirdParties,
        AuditLog auditLog,
        Clock clock,
        LifeSigns signs,
        ThreadFactory threads,
        LineageInbox inbox,
        LineageDoor door,
        UnaryOperator<Set<QualifiedName>> known)
        implements FilesIntegratorContext, DatabaseIntegratorContext, LineageIntegratorContext {

    /** Of an instance that shall not write to open metadata, nor read it: whatever it is asked, nothing is catalogued. */
    static LifeContext withoutMetadataServer(ConnectorSlot slot, DaemonEnvironment environment) {
        return new LifeContext(
                slot.daemon(),
                slot.name(),
                slot.configuration().permittedSynchronization(),
                Optional.empty(),
                environment.thirdParties(),
                environment.auditLog(),
                environment.timing().clock(),
                LifeSigns.none(environment.timing().monotonic()),
                environment.workers().threadFactory(),
                environment.state().lineage().of(slot.daemon(), slot.name()),
                LineageDoor.CLOSED,
                names -> Set.of());
    }

    @Override
    public ConnectionPolicy connectionPolicy() {
        return thirdParties.connections();
    }

    @Override
    public JdbcDrivers drivers() {
        return thirdParties.drivers();
    }

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
        return thirdParties.files().resolve(address);
    }

    @Override
    public Set<QualifiedName> catalogued(Collection<QualifiedName> names) {
        return known.apply(Set.copyOf(names));
    }

    @Override
    public LineageReceipt accept(List<String> events) {
        return door.accept(events);
    }

    @Override
    public String fileSystemName() {
        return metadataSource
                .map(source -> source.name().value())
                .orElse(thirdParties.files().hostName());
    }
}
