package io.openintegration.daemon.platform;

import io.openintegration.daemon.access.AdministratorAccount;
import io.openintegration.daemon.access.UserDirectory;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sees to it that there is an administrator, then starts the start-up servers with the platform, metadata access stores before daemons. A server that cannot start leaves
 * the others alone; the platform is then not ready, and says which server is missing.
 */
@Singleton
@Startup
@DependsOn({"AuditService", "ServerRegistry"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PlatformStartup {

    /** In whose name start-up servers are started. */
    private static final UserId STARTER = new UserId("platform");

    @Inject
    private PlatformSettings settings;

    @EJB
    private ServerRegistry servers;

    @Inject
    private UserDirectory users;

    @Inject
    private AuditLog auditLog;

    private volatile Optional<Map<ServerName, String>> failures = Optional.empty();

    @PostConstruct
    void start() {
        new AdministratorAccount(users, settings.dataDirectory(), auditLog).prepare(settings.adminPassword());
        startServers();
    }

    private void startServers() {
        Map<ServerName, String> failed = new TreeMap<>(Comparator.comparing(ServerName::value));
        List<ServerName> stores = new ArrayList<>();
        List<ServerName> daemons = new ArrayList<>();
        for (ServerName server : settings.startupServers()) {
            attempt(server, failed, () -> {
                servers.requireKnown(server, STARTER);
                (servers.typeOf(server) == ServerType.METADATA_ACCESS_STORE ? stores : daemons).add(server);
            });
        }
        stores.forEach(server -> attempt(server, failed, () -> servers.start(server, STARTER)));
        daemons.forEach(server -> attempt(server, failed, () -> servers.start(server, STARTER)));
        failures = Optional.of(Map.copyOf(failed));
    }

    /**
     * Why start-up servers did not start, by server: message ids only, since anybody may ask for health; the audit log has
     * the rest. Empty while the start is still going on.
     */
    public Optional<Map<ServerName, String>> failures() {
        return failures;
    }

    private void attempt(ServerName server, Map<ServerName, String> failed, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            failed.put(
                    server,
                    e instanceof DaemonException explained
                            ? explained.reason().id()
                            : e.getClass().getSimpleName());
            if (e instanceof ConfigurationException) {
                // the server has no audit log of its own yet; what comes later, it has logged itself
                auditLog.log(
                        "start",
                        PlatformMessage.START_FAILED.with(e.getClass().getName(), "server", server, e.getMessage()));
            }
        }
    }
}
