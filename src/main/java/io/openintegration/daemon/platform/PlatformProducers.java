package io.openintegration.daemon.platform;

import io.openintegration.daemon.audit.AuditRoutes;
import io.openintegration.daemon.configuration.DocumentDirectory;
import io.openintegration.daemon.configuration.DocumentReader;
import io.openintegration.daemon.configuration.documents.DocumentAdministration;
import io.openintegration.daemon.configuration.documents.DocumentHistory;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditRetention;
import io.openintegration.daemon.message.AuditTrail;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.persistence.DaemonDatabase;
import io.openintegration.daemon.persistence.JdbiAuditTrail;
import io.openintegration.daemon.persistence.JdbiLedgers;
import io.openintegration.daemon.persistence.JdbiPlans;
import io.openintegration.daemon.persistence.JdbiRunHistory;
import io.openintegration.daemon.reconcile.Ledgers;
import io.openintegration.daemon.runtime.ConnectorProviders;
import io.openintegration.daemon.runtime.plan.Plans;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.JdbcDrivers;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStores;
import io.openintegration.daemon.store.remote.RemotePlatforms;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** Wires adapters to ports. The only place that reads the system's clock. */
@ApplicationScoped
public class PlatformProducers {

    // not shareable: a migration uses two connections at once
    @Resource(lookup = "jdbc/daemon", shareable = false)
    private DataSource dataSource;

    @Resource
    private ManagedThreadFactory threads;

    @Produces
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Produces
    @Singleton
    DaemonDatabase database() {
        DaemonDatabase database = new DaemonDatabase(dataSource);
        database.migrate();
        return database;
    }

    @Produces
    @ApplicationScoped
    AuditTrail auditTrail(DaemonDatabase database) {
        return new JdbiAuditTrail(database);
    }

    @Produces
    @ApplicationScoped
    AuditRetention auditRetention(DaemonDatabase database) {
        return new JdbiAuditTrail(database);
    }

    @Produces
    AuditRoutes auditRoutes(AuditService auditService) {
        return auditService.routes();
    }

    /** For upkeep; daemons have their own, guarded by their leases. */
    @Produces
    @ApplicationScoped
    RunHistory runHistory(DaemonDatabase database) {
        return new JdbiRunHistory(database);
    }

    /** As with {@link #runHistory}. */
    @Produces
    @ApplicationScoped
    Plans plans(DaemonDatabase database) {
        return new JdbiPlans(database);
    }

    /** For reading; daemons have their own, guarded by their leases. */
    @Produces
    @ApplicationScoped
    Ledgers ledgers(DaemonDatabase database) {
        return new JdbiLedgers(database);
    }

    @Produces
    @ApplicationScoped
    AuditLog platformAuditLog(AuditService auditService) {
        return auditService.platformLog();
    }

    @Produces
    EmbeddedMetadataStores metadataStores(Clock clock) {
        return new EmbeddedMetadataStores(dataSource, TypeCatalogue.openMetadata(), clock);
    }

    @Produces
    @Singleton
    RemotePlatforms remotePlatforms(Clock clock) {
        return new RemotePlatforms(Executors.newCachedThreadPool(threads), clock);
    }

    void endRemotePlatforms(@Disposes RemotePlatforms platforms) {
        platforms.close();
    }

    @Produces
    @Singleton
    ConnectorPlugins connectorPlugins(PlatformSettings settings, AuditLog auditLog) {
        return new ConnectorPlugins(settings.pluginsDirectory(), PlatformProducers.class.getClassLoader(), auditLog);
    }

    void endPlugins(@Disposes ConnectorPlugins plugins) {
        plugins.close();
    }

    /** The application's own first: no plug-in takes the place of one of them. */
    @Produces
    @Singleton
    ConnectorProviders connectorProviders(ConnectorPlugins plugins) {
        List<IntegrationConnectorProvider> providers = new ArrayList<>();
        ServiceLoader.load(IntegrationConnectorProvider.class).forEach(providers::add);
        providers.addAll(plugins.providers());
        return new ConnectorProviders(providers);
    }

    @Produces
    @Singleton
    JdbcDrivers jdbcDrivers(ConnectorPlugins plugins) {
        return plugins.drivers();
    }

    @Produces
    DocumentDirectory documents(PlatformSettings settings) {
        return new DocumentDirectory(settings.configurationDirectory());
    }

    @Produces
    @Singleton
    DocumentAdministration documentAdministration(
            PlatformSettings settings,
            DocumentDirectory documents,
            DocumentReader reader,
            AuditLog auditLog,
            Clock clock) {
        Path versions = settings.dataDirectory().resolve("configuration-history");
        return new DocumentAdministration(documents, reader, new DocumentHistory(versions), auditLog, clock);
    }

    @Produces
    DocumentReader documentReader(PlatformSettings settings, Clock clock) {
        return new DocumentReader(
                settings.placeholders(), settings.knownPlatformUrls(), settings.auditDirectories(), clock.getZone());
    }
}
