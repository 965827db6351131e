package io.openintegration.daemon.platform;

import io.openintegration.daemon.access.oidc.OidcSettings;
import io.openintegration.daemon.configuration.AuditDirectories;
import io.openintegration.daemon.configuration.Placeholders;
import io.openintegration.daemon.configuration.PlatformUrls;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.persistence.InboxLimits;
import io.openintegration.daemon.runtime.FileAccess;
import io.openintegration.daemon.runtime.ParallelLimits;
import io.openintegration.daemon.spi.ConnectionPolicy;
import io.openintegration.daemon.spi.RefusedNetworks;
import io.openintegration.daemon.store.remote.RemotePlatformSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The platform's settings, from MicroProfile Config: system properties, environment variables (upper case, underscores for
 * dots), server.xml variables. docs/operating.md lists them with their defaults; {@code PlatformSettingsTest} fixes the
 * defaults.
 */
@ApplicationScoped
public class PlatformSettings {

    static final String CONFIGURATION_DIRECTORY = "daemon.configuration.directory";
    static final String DATA_DIRECTORY = "daemon.data.directory";
    static final String STARTUP_SERVERS = "daemon.startup.servers";
    static final String PLATFORM_URLS = "daemon.platform.urls";
    static final String FILES_BASE = "daemon.files.base";
    static final String PERMITTED_ROOTS = "daemon.files.permitted.roots";
    static final String REFUSED_NETWORKS = "daemon.connections.refused.networks";
    static final String PLUGINS_DIRECTORY = "daemon.plugins.directory";
    static final String ADMIN_PASSWORD = "daemon.admin.password";
    /** The application server's own variable, compared with dots. */
    private static final String DATABASE_PASSWORD = "db.password";

    static final String PARALLEL_CALLS = "daemon.connectors.parallel";
    static final String PARALLEL_THIRD_PARTY = "daemon.connectors.parallel.third.party";
    static final String PARALLEL_METADATA_SERVER = "daemon.connectors.parallel.metadata.server";
    static final String STUCK_AFTER = "daemon.connectors.stuck.after";
    static final String LEASE_DURATION = "daemon.lease.duration";
    static final String RUN_RETENTION = "daemon.runs.retention.days";
    static final String AUDIT_ROOTS = "daemon.audit.permitted.roots";
    static final String AUDIT_RETENTION = "daemon.audit.retention.days";
    static final String LEGACY_GET = "daemon.rest.legacy.get";
    static final String TOKEN_LIFETIME = "daemon.token.lifetime";
    static final String API_KEY_LIFETIME = "daemon.api.key.lifetime";

    static final String INBOX_EVENTS = "daemon.lineage.inbox.events";
    static final String INBOX_MEGABYTES = "daemon.lineage.inbox.megabytes";

    private static final int LONGEST_RETENTION_DAYS = 36_500;
    private static final int MOST_PARALLEL = 1_000;
    private static final int MOST_EVENTS = 10_000_000;
    private static final int MOST_MEGABYTES = 100_000;

    private final SettingReader settings;

    @Inject
    public PlatformSettings(Config config) {
        this.settings = new SettingReader(config);
    }

    /** For the container's proxy only. */
    protected PlatformSettings() {
        this(null);
    }

    /** Where the configuration documents are: {@code daemon.configuration.directory}, by default {@code server-config}. */
    public Path configurationDirectory() {
        return settings.path(CONFIGURATION_DIRECTORY, "server-config");
    }

    /**
     * Where the platform keeps what must survive: {@code daemon.data.directory}, by default {@code data}. Database and queue
     * are told of it by the application server, which cannot resolve a relative path.
     *
     * @throws SettingException where it is set, and relative
     */
    public Path dataDirectory() {
        settings.text(DATA_DIRECTORY)
                .filter(path -> !Path.of(path).isAbsolute())
                .ifPresent(path -> {
                    throw SettingException.of(DATA_DIRECTORY, path, "an absolute path");
                });
        return settings.path(DATA_DIRECTORY, "data");
    }

    /**
     * Looks at all settings once.
     *
     * @throws SettingException for the first that cannot be used
     */
    void check() {
        dataDirectory();
        connectionPolicy();
        parallelLimits();
        stuckAfter();
        runRetention();
        leaseDuration();
        legacyGet();
        auditRetention();
        tokenLifetime();
        apiKeyLifetime();
        oidcIssuers();
        remotePlatforms();
        lineageInbox();
    }

    /** The servers to start with the platform, by default none: {@code daemon.startup.servers}, separated by commas. */
    public List<ServerName> startupServers() {
        return settings.list(STARTUP_SERVERS).distinct().map(ServerName::new).toList();
    }

    /**
     * The URLs by which documents may name this platform: {@code daemon.platform.urls}, by default {@code
     * https://localhost:9443} and {@code http://localhost:9080}.
     */
    public PlatformUrls platformUrls() {
        List<String> urls = settings.list(PLATFORM_URLS).toList();
        return new PlatformUrls(urls.isEmpty() ? List.of("https://localhost:9443", "http://localhost:9080") : urls);
    }

    /**
     * The platforms elsewhere whose metadata servers may be used: {@code daemon.remote.platforms}, by default none.
     *
     * @throws SettingException for the first setting that cannot be used
     */
    public List<RemotePlatformSettings> remotePlatforms() {
        return new RemoteConfiguration(settings, platformUrls()).platforms();
    }

    /** The URLs of this platform and of those elsewhere: the ones that documents may name. */
    PlatformUrls knownPlatformUrls() {
        return new PlatformUrls(Stream.concat(
                        platformUrls().urls().stream(),
                        remotePlatforms().stream()
                                .map(platform -> platform.url().toString()))
                .toList());
    }

    /**
     * Where connectors may read files: relative addresses start from {@code daemon.files.base} (by default the working
     * directory), and all must lie in {@code daemon.files.permitted.roots} (by default anywhere).
     */
    public FileAccess fileAccess() {
        return new FileAccess(
                settings.path(FILES_BASE, "."),
                settings.list(PERMITTED_ROOTS).map(Path::of).toList(),
                hostName());
    }

    /**
     * The network addresses that connectors may connect to: all but {@code daemon.connections.refused.networks}, by default
     * {@link RefusedNetworks#STANDARD}.
     *
     * @throws SettingException where one of them is no address, and no network such as {@code 169.254.0.0/16}
     */
    public ConnectionPolicy connectionPolicy() {
        List<RefusedNetworks.Network> networks =
                settings.list(REFUSED_NETWORKS).map(PlatformSettings::network).toList();
        return networks.isEmpty() ? RefusedNetworks.STANDARD : new RefusedNetworks(networks);
    }

    private static RefusedNetworks.Network network(String text) {
        try {
            return RefusedNetworks.Network.of(text);
        } catch (IllegalArgumentException noNetwork) {
            throw SettingException.of(REFUSED_NETWORKS, text, "an IP address or a network such as 169.254.0.0/16");
        }
    }

    /**
     * Where plug-ins are, each in a directory of its own: {@code daemon.plugins.directory}, by default there are none. Read
     * once, at the start.
     */
    public Optional<Path> pluginsDirectory() {
        return settings.text(PLUGINS_DIRECTORY)
                .filter(path -> !path.isBlank())
                .map(path -> settings.path(PLUGINS_DIRECTORY, ""));
    }

    /**
     * Where audit logs may be written to: {@code audit} in the data directory, and the directories of {@code
     * daemon.audit.permitted.roots} (by default none).
     */
    public AuditDirectories auditDirectories() {
        return new AuditDirectories(
                settings.path(DATA_DIRECTORY, "data").resolve("audit"),
                settings.list(AUDIT_ROOTS).map(Path::of).toList());
    }

    /**
     * How long the audit trail keeps records of servers whose document does not say: {@code daemon.audit.retention.days}, by
     * default 30.
     *
     * @throws SettingException where it is not a number from 1 to 36500
     */
    public Duration auditRetention() {
        return days(AUDIT_RETENTION);
    }

    /** The administrator's password, {@code daemon.admin.password}; where it is not set, the first start makes one. */
    public Optional<String> adminPassword() {
        return settings.text(ADMIN_PASSWORD);
    }

    /**
     * How many connectors are called at the same time: on this node, {@code daemon.connectors.parallel}, by default 8; with one
     * third party, {@code daemon.connectors.parallel.third.party}, by default 4; and with one metadata server, {@code
     * daemon.connectors.parallel.metadata.server}, by default 8.
     *
     * @throws SettingException for the first that is not a number from 1 to 1000
     */
    public ParallelLimits parallelLimits() {
        return new ParallelLimits(
                settings.number(PARALLEL_CALLS, 8, MOST_PARALLEL),
                settings.number(PARALLEL_THIRD_PARTY, 4, MOST_PARALLEL),
                settings.number(PARALLEL_METADATA_SERVER, 8, MOST_PARALLEL));
    }

    /**
     * How long a call of a connector may give no sign of life before it is reported as stuck: {@code
     * daemon.connectors.stuck.after}, by default a minute.
     *
     * @throws SettingException where it is not a duration from a second to a day
     */
    public Duration stuckAfter() {
        return settings.duration(STUCK_AFTER, Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofDays(1));
    }

    /**
     * For how long a node that runs a daemon may do so without asking again, where nodes share a database: {@code
     * daemon.lease.duration}, by default 8 seconds. Another node takes over about so long after this one has gone.
     *
     * @throws SettingException where it is not a duration from 5 seconds to 5 minutes
     */
    public Duration leaseDuration() {
        return settings.duration(LEASE_DURATION, Duration.ofSeconds(8), Duration.ofSeconds(5), Duration.ofMinutes(5));
    }

    /**
     * How long refreshes are kept in the history, plans, and what is needed to undo refreshes: {@code
     * daemon.runs.retention.days}, by default 30; the last success of each connector is always kept.
     *
     * @throws SettingException where it is not a number from 1 to 36500
     */
    public Duration runRetention() {
        return days(RUN_RETENTION);
    }

    /**
     * Whether the guide's GET request for a restart is served: {@code daemon.rest.legacy.get}, by default true. A GET that
     * changes something is against the rules of HTTP; switch it off where nobody needs it.
     *
     * @throws SettingException where it is neither true nor false
     */
    public boolean legacyGet() {
        return settings.flag(LEGACY_GET, true);
    }

    /**
     * How long a bearer token of this platform is valid: {@code daemon.token.lifetime}, by default an hour.
     *
     * @throws SettingException where it is not a duration from a minute to 30 days
     */
    public Duration tokenLifetime() {
        return settings.duration(TOKEN_LIFETIME, Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofDays(30));
    }

    /**
     * How long an API key of a producer is valid at the most: {@code daemon.api.key.lifetime}, by default 90 days.
     *
     * @throws SettingException where it is not a duration from a day to 366 days
     */
    public Duration apiKeyLifetime() {
        return settings.duration(API_KEY_LIFETIME, Duration.ofDays(90), Duration.ofDays(1), Duration.ofDays(366));
    }

    private Duration days(String setting) {
        return Duration.ofDays(settings.number(setting, 30, LONGEST_RETENTION_DAYS));
    }

    /**
     * How much of what lineage producers sent may wait for the connectors, of all daemons together: {@code
     * daemon.lineage.inbox.events}, by default 100,000 events, and {@code daemon.lineage.inbox.megabytes}, by default 256, as they are
     * stored.
     *
     * @throws SettingException for the first that is not a number from 1 to 10,000,000 or 100,000
     */
    public InboxLimits lineageInbox() {
        return new InboxLimits(
                settings.number(INBOX_EVENTS, 100_000, MOST_EVENTS),
                1_000_000L * settings.number(INBOX_MEGABYTES, 256, MOST_MEGABYTES));
    }

    /**
     * The issuers outside this platform whose bearer tokens are accepted: {@code daemon.oidc.issuers}, by default none.
     *
     * @throws SettingException for the first setting that cannot be used
     */
    public List<OidcSettings> oidcIssuers() {
        return new OidcConfiguration(settings::text).issuers();
    }

    /**
     * The placeholders of configuration documents: any setting, by its name, but for the platform's own secrets, which are
     * none of a document's business: the passwords of its database, of the administrator and of anything else of its own.
     */
    public Placeholders placeholders() {
        return new Placeholders(name -> isOwnSecret(name) ? Optional.empty() : settings.text(name));
    }

    /** A name may be written in any way in which an environment variable can have it. */
    private static boolean isOwnSecret(String name) {
        String plain = name.strip().replaceAll("[^A-Za-z0-9]", ".").toLowerCase(Locale.ROOT);
        return plain.equals(DATABASE_PASSWORD)
                || (plain.startsWith("daemon.") && (plain.contains("password") || plain.contains("secret")));
    }

    /** The name of the host that this node runs on, for people. */
    public String host() {
        return hostName();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // a host without a name in any directory still has this one
            return "localhost";
        }
    }
}
