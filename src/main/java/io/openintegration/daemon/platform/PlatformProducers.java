package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.DocumentDirectory;
import io.openintegration.daemon.configuration.DocumentReader;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditTrail;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.persistence.DaemonDatabase;
import io.openintegration.daemon.persistence.JdbiAuditTrail;
import io.openintegration.daemon.persistence.JdbiLedgers;
import io.openintegration.daemon.reconcile.Ledgers;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStores;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;

/** Wires adapters to ports. The only place that reads the system's clock. */
@ApplicationScoped
public class PlatformProducers {

    // not shareable: a migration uses two connections at once
    @Resource(lookup = "jdbc/daemon", shareable = false)
    private DataSource dataSource;

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
    DocumentDirectory documents(PlatformSettings settings) {
        return new DocumentDirectory(settings.configurationDirectory());
    }

    @Produces
    DocumentReader documentReader(PlatformSettings settings) {
        return new DocumentReader(settings.placeholders(), settings.platformUrls());
    }
}
