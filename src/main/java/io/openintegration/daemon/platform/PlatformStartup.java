package io.openintegration.daemon.platform;

import io.openintegration.daemon.access.AdministratorAccount;
import io.openintegration.daemon.access.LoginSchemes;
import io.openintegration.daemon.access.UserDirectory;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;
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
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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
    private static final UserId STARTER = new UserId(AuditService.PLATFORM);

    /** Stands for what concerns no single server. */
    private static final ServerName PLATFORM = new ServerName(AuditService.PLATFORM);

    @Inject
    private PlatformSettings settings;

    @EJB
    private ServerRegistry servers;

    // looked up when needed: it cannot be made where the file of users is broken
    @Inject
    private Instance<UserDirectory> users;

    // the same for the files that belong to tokens
    @Inject
    private Instance<LoginSchemes> login;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    private Instant startTime;
    private volatile Optional<Map<ServerName, String>> failures = Optional.empty();

    @PostConstruct
    void start() {
        startTime = clock.instant();
        Map<ServerName, String> failed = new TreeMap<>(Comparator.comparing(ServerName::value));
        if (attempt(PLATFORM, failed, settings::check)) {
            // without users nobody can log in, but the connectors can work
            attempt(PLATFORM, failed, this::prepareAdministrator);
            startServers(failed);
        }
        failures = Optional.of(Map.copyOf(failed));
    }

    /** When the platform started. */
    public Instant startTime() {
        return startTime;
    }

    private void prepareAdministrator() {
        login.get();
        new AdministratorAccount(users.get(), settings.dataDirectory(), auditLog).prepare(settings.adminPassword());
    }

    private void startServers(Map<ServerName, String> failed) {
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
    }

    /**
     * Why start-up servers did not start, by server: message ids only, since anybody may ask for health; the audit log has
     * the rest. Empty while the start is still going on.
     */
    public Optional<Map<ServerName, String>> failures() {
        return failures;
    }

    private boolean attempt(ServerName server, Map<ServerName, String> failed, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            report(server, e);
            failed.put(
                    server,
                    e instanceof DaemonException explained
                            ? explained.reason().id()
                            : e.getClass().getSimpleName());
            return false;
        }
    }

    /** Tells the platform's audit log what the server's own does not: it has one only once it is launched. */
    private void report(ServerName server, RuntimeException failure) {
        Message startFailed =
                PlatformMessage.START_FAILED.with(failure.getClass().getName(), "server", server, failure.getMessage());
        if (failure instanceof ConfigurationException configuration) {
            configuration.problems().forEach(problem -> auditLog.log("start", problem));
            auditLog.log("start", startFailed);
        } else if (server.equals(PLATFORM) && failure instanceof DaemonException explained) {
            auditLog.log("start", explained.reason());
        } else if (server.equals(PLATFORM)) {
            auditLog.log("start", startFailed, failure);
        }
    }
}
