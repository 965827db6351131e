package io.openintegration.daemon.platform;

import io.openintegration.daemon.access.AdministratorAccount;
import io.openintegration.daemon.access.LoginSchemes;
import io.openintegration.daemon.access.UserDirectory;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.persistence.DaemonDatabase;
import io.openintegration.daemon.persistence.DatabaseException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that there is an administrator, then starts the start-up servers with the platform, metadata access stores before daemons. A server that cannot start leaves
 * the others alone; the platform is then not ready, and says which server is missing. What failed because of an outage is
 * started when that is over.
 */
@Singleton
@Startup
@DependsOn({"AuditService", "ServerRegistry"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PlatformStartup {

    private static final Logger LOG = System.getLogger(PlatformStartup.class.getName());

    /** In whose name start-up servers are started. */
    private static final UserId STARTER = new UserId(AuditService.PLATFORM);

    @Inject
    private PlatformSettings settings;

    @Resource
    private ManagedScheduledExecutorService timer;

    @EJB
    private ServerRegistry servers;

    @Inject
    private MissingServers missing;

    // looked up when needed: it cannot be made while the database is away
    @Inject
    private Instance<DaemonDatabase> database;

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
    private StartupJournal journal;
    private volatile boolean tried;
    private Optional<ScheduledFuture<?>> retry = Optional.empty();

    @PostConstruct
    void start() {
        startTime = clock.instant();
        journal = new StartupJournal(auditLog);
        if (prepare(settings::check)) {
            // without users nobody can log in, but the connectors can work
            prepare(this::prepareAdministrator);
            startServers();
        }
        tried = true;
        StartupRetry again = new StartupRetry(
                missing,
                this::databaseAnswers,
                server -> servers.startWaiting(server, STARTER),
                DaemonAssembly.MONOTONIC,
                journal);
        if (!again.isOver()) {
            retry = Optional.of(timer.scheduleWithFixedDelay(() -> keepTrying(again), 1, 1, TimeUnit.SECONDS));
        }
    }

    @PreDestroy
    void end() {
        retry.ifPresent(task -> task.cancel(false));
    }

    /** When the platform started. */
    public Instant startTime() {
        return startTime;
    }

    private void prepareAdministrator() {
        login.get();
        new AdministratorAccount(users.get(), settings.dataDirectory(), auditLog).prepare(settings.adminPassword());
    }

    private void startServers() {
        List<ServerName> stores = new ArrayList<>();
        List<ServerName> daemons = new ArrayList<>();
        for (ServerName server : settings.startupServers()) {
            attempt(server, () -> {
                servers.requireKnown(server, STARTER);
                (servers.typeOf(server) == ServerType.METADATA_ACCESS_STORE ? stores : daemons).add(server);
            });
        }
        stores.forEach(server -> attempt(server, () -> servers.start(server, STARTER)));
        daemons.forEach(server -> attempt(server, () -> servers.start(server, STARTER)));
    }

    /**
     * Why start-up servers did not start, by server: message ids only, since anybody may ask for health; the audit log has
     * the rest. Empty while the start is still going on.
     */
    public Optional<Map<ServerName, String>> failures() {
        return tried ? Optional.of(missing.causes()) : Optional.empty();
    }

    private boolean prepare(Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            journal.failed(StartupJournal.PLATFORM, e);
            missing.failedForGood(StartupJournal.PLATFORM, e);
            return false;
        }
    }

    private void attempt(ServerName server, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            journal.failed(server, e);
            missing.failed(server, e);
        }
    }

    private void keepTrying(StartupRetry again) {
        try {
            again.tick();
        } catch (RuntimeException | Error e) {
            // a periodic task that throws is never run again
            journal.notTried(e);
        }
    }

    private boolean databaseAnswers() {
        try {
            return database.get().answers();
        } catch (DatabaseException e) {
            LOG.log(Level.DEBUG, "The start-up servers go on waiting for the database", e);
            return false;
        }
    }
}
