package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.oidc.OidcSettings;
import io.openintegration.daemon.persistence.InboxLimits;
import io.openintegration.daemon.runtime.ParallelLimits;
import io.openintegration.daemon.spi.RefusedNetworks;
import io.openintegration.daemon.store.remote.RemotePlatformSettings;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Limits;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Login;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.TrustStore;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The defaults of the settings: operators rely on them. */
class PlatformSettingsTest {

    @Test
    void defaultsAreThese() {
        PlatformSettings settings = new PlatformSettings(new FixedConfig(Map.of()));

        assertThat(settings.configurationDirectory()).isEqualTo(absolute("server-config"));
        assertThat(settings.dataDirectory()).isEqualTo(absolute("data"));
        assertThat(settings.startupServers()).isEmpty();
        assertThat(settings.platformUrls().urls()).containsExactly("https://localhost:9443", "http://localhost:9080");
        assertThat(settings.fileAccess().base()).isEqualTo(absolute(""));
        assertThat(settings.fileAccess().permittedRoots()).isEmpty();
        assertThat(settings.connectionPolicy()).isEqualTo(RefusedNetworks.STANDARD);
        assertThat(settings.pluginsDirectory()).isEmpty();
        assertThat(settings.adminPassword()).isEmpty();
        assertThat(settings.parallelLimits()).isEqualTo(new ParallelLimits(8, 4, 8));
        assertThat(settings.legacyGet()).isTrue();
        assertThat(settings.auditDirectories().base()).isEqualTo(absolute("data/audit"));
        assertThat(settings.auditDirectories().permittedRoots()).isEmpty();
        assertThat(settings.auditRetention()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.apiKeyLifetime()).isEqualTo(Duration.ofDays(90));
        assertThat(settings.oidcIssuers()).isEmpty();
        assertThat(settings.remotePlatforms()).isEmpty();
        assertThat(settings.lineageInbox()).isEqualTo(new InboxLimits(100_000, 256_000_000));
    }

    @Test
    void platformElsewhereIsDescribedByItsNamesSettings() {
        PlatformSettings settings = new PlatformSettings(new FixedConfig(Map.of(
                "daemon.remote.platforms", "egeria, lab",
                "daemon.remote.egeria.url", "https://egeria.example.org:9443/",
                "daemon.remote.egeria.user", "daemonnpa",
                "daemon.remote.egeria.password", " s3cr3t ",
                "daemon.remote.egeria.trust.store", "/etc/daemon/trust.p12",
                "daemon.remote.egeria.trust.store.password", "changeit",
                "daemon.remote.egeria.answer.timeout", "PT1M",
                "daemon.remote.egeria.parallel", "2",
                "daemon.remote.lab.url", "http://localhost:9080/platform")));

        assertThat(settings.remotePlatforms())
                .containsExactly(
                        new RemotePlatformSettings(
                                URI.create("https://egeria.example.org:9443"),
                                Optional.of(new Login("daemonnpa", " s3cr3t ")),
                                Optional.of(new TrustStore(
                                        Path.of("/etc/daemon/trust.p12"), Optional.of("changeit"), "PKCS12")),
                                new Limits(
                                        Duration.ofSeconds(5),
                                        Duration.ofMinutes(1),
                                        2,
                                        3,
                                        Duration.ofMillis(200),
                                        64 << 20)),
                        new RemotePlatformSettings(
                                URI.create("http://localhost:9080/platform"),
                                Optional.empty(),
                                Optional.empty(),
                                Limits.STANDARD));
        assertThat(settings.remotePlatforms().toString()).doesNotContain("s3cr3t", "changeit");
        assertThat(settings.knownPlatformUrls().contains("HTTPS://egeria.example.org:9443"))
                .isTrue();
        assertThat(settings.placeholders().resolve("~{daemon.remote.egeria.password}~", unresolved -> {}))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "daemon.remote.platforms, Egeria",
        "daemon.remote.egeria.url, http://egeria.example.org:9080",
        "daemon.remote.egeria.url, https://localhost:9443",
        "daemon.remote.egeria.url, ''",
        "daemon.remote.egeria.user, ''",
        "daemon.remote.egeria.parallel, 0",
        "daemon.remote.egeria.answer.timeout, 30"
    })
    void platformElsewhereThatCannotBeUsedStopsThePlatform(String name, String value) {
        Map<String, String> values = new HashMap<>(Map.of(
                "daemon.remote.platforms", "egeria",
                "daemon.remote.egeria.url", "https://egeria.example.org:9443",
                "daemon.remote.egeria.user", "daemonnpa",
                "daemon.remote.egeria.password", "s3cr3t"));
        values.put(name, value);

        refused(values, name, value);
    }

    @Test
    void refusedNetworksAreThoseOfTheSetting() throws UnknownHostException {
        PlatformSettings settings = new PlatformSettings(
                new FixedConfig(Map.of("daemon.connections.refused.networks", "10.0.0.0/8, fe80::/10")));

        assertThat(settings.connectionPolicy().permits(InetAddress.getByName("10.1.2.3")))
                .isFalse();
        assertThat(settings.connectionPolicy().permits(InetAddress.getByName("169.254.169.254")))
                .isTrue();
    }

    @Test
    void whatIsNoNetworkStopsThePlatform() {
        PlatformSettings settings =
                new PlatformSettings(new FixedConfig(Map.of("daemon.connections.refused.networks", "example.org")));

        assertThatThrownBy(settings::check)
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("daemon.connections.refused.networks")
                .hasMessageContaining("example.org");
    }

    @Test
    void issuerIsDescribedByItsNamesSettings() {
        PlatformSettings settings = new PlatformSettings(new FixedConfig(Map.of(
                "daemon.oidc.issuers", "corp, lab",
                "daemon.oidc.corp.url", "https://id.example.org/realms/corp",
                "daemon.oidc.corp.audience", "integration-daemon",
                "daemon.oidc.corp.user.claim", "email",
                "daemon.oidc.corp.roles.claim", "realm_access.roles",
                "daemon.oidc.corp.role.administrator", "group-a, group-b",
                "daemon.oidc.lab.url", "http://localhost:8080/realms/lab",
                "daemon.oidc.lab.audience", "lab")));

        assertThat(settings.oidcIssuers())
                .containsExactly(
                        new OidcSettings(
                                "https://id.example.org/realms/corp",
                                "integration-daemon",
                                "email",
                                "realm_access.roles",
                                roles(Set.of("group-a", "group-b"))),
                        new OidcSettings(
                                "http://localhost:8080/realms/lab",
                                "lab",
                                "preferred_username",
                                "groups",
                                roles(Set.of())));
    }

    @Test
    void twoIssuersCannotHaveOneUrl() {
        refused(
                Map.of(
                        "daemon.oidc.issuers", "a,b",
                        "daemon.oidc.a.url", "https://id.example.org/",
                        "daemon.oidc.a.audience", "x",
                        "daemon.oidc.b.url", "https://id.example.org/",
                        "daemon.oidc.b.audience", "y"),
                "daemon.oidc.issuers",
                "https://id.example.org/");
    }

    @ParameterizedTest
    @CsvSource({
        "daemon.oidc.issuers, Corp",
        "daemon.oidc.issuers, a.b",
        "daemon.oidc.corp.url, http://id.example.org/",
        "daemon.oidc.corp.url, ''",
        "daemon.oidc.corp.audience, ' '"
    })
    void issuerThatCannotBeTrustedIsRefused(String name, String value) {
        Map<String, String> values = new HashMap<>(Map.of(
                "daemon.oidc.issuers", "corp",
                "daemon.oidc.corp.url", "https://id.example.org/",
                "daemon.oidc.corp.audience", "x"));
        values.put(name, value);

        refused(values, name, value.strip());
    }

    private static void refused(Map<String, String> values, String name, String value) {
        assertThatThrownBy(() -> new PlatformSettings(new FixedConfig(values)).check())
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("PLATFORM-SETTING-400-001 ")
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    private static Map<Role, Set<String>> roles(Set<String> administrators) {
        return Map.of(
                Role.ADMINISTRATOR,
                administrators,
                Role.OPERATOR,
                Set.of(),
                Role.PRODUCER,
                Set.of(),
                Role.VIEWER,
                Set.of(),
                Role.DELEGATE,
                Set.of());
    }

    @Test
    void listsAreSeparatedByCommasAndBlanksDoNotCount() {
        PlatformSettings settings = new PlatformSettings(
                new FixedConfig(Map.of("daemon.startup.servers", " cocoMDS1, ,integration-daemon,")));

        assertThat(settings.startupServers())
                .map(server -> server.value())
                .isEqualTo(List.of("cocoMDS1", "integration-daemon"));
    }

    @ParameterizedTest
    @CsvSource({
        "daemon.connectors.parallel, abc",
        "daemon.connectors.parallel, 0",
        "daemon.rest.legacy.get, maybe",
        "daemon.audit.retention.days, 0",
        "daemon.audit.retention.days, 36501",
        "daemon.token.lifetime, 1h",
        "daemon.token.lifetime, PT59S",
        "daemon.token.lifetime, P31D",
        "daemon.api.key.lifetime, PT23H",
        "daemon.api.key.lifetime, P367D",
        "daemon.lineage.inbox.events, 0",
        "daemon.lineage.inbox.megabytes, much",
        "daemon.data.directory, data"
    })
    void settingThatCannotBeUsedIsRefusedByName(String name, String value) {
        PlatformSettings settings = new PlatformSettings(new FixedConfig(Map.of(name, value)));

        assertThatThrownBy(settings::check)
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("PLATFORM-SETTING-400-001 ")
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "db_password",
        "db.password",
        "DB_PASSWORD",
        "daemon.admin.password",
        "DAEMON_ADMIN_PASSWORD",
        "daemon.oidc.corp.client.secret",
        "DAEMON_TRUSTSTORE_PASSWORD"
    })
    void placeholderDoesNotShowThePlatformsOwnSecrets(String name) {
        PlatformSettings settings =
                new PlatformSettings(new FixedConfig(Map.of(name, "top", "CRM_PASSWORD", "theirs")));
        List<String> unresolved = new ArrayList<>();

        assertThat(settings.placeholders().resolve("~{" + name + "}~", unresolved::add))
                .isEmpty();
        assertThat(unresolved).containsExactly(name);
        assertThat(settings.placeholders().resolve("~{CRM_PASSWORD}~", unresolved::add))
                .contains("theirs");
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    /** Texts by name; the settings ask for nothing else. */
    private record FixedConfig(Map<String, String> values) implements Config {

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            return Optional.ofNullable(values.get(name)).map(type::cast);
        }

        @Override
        public <T> T getValue(String name, Class<T> type) {
            return getOptionalValue(name, type).orElseThrow();
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return List.of();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
