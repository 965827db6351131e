package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        assertThat(settings.adminPassword()).isEmpty();
        assertThat(settings.parallelCalls()).isEqualTo(8);
        assertThat(settings.legacyGet()).isTrue();
        assertThat(settings.auditDirectories().base()).isEqualTo(absolute("data/audit"));
        assertThat(settings.auditDirectories().permittedRoots()).isEmpty();
        assertThat(settings.auditRetention()).isEqualTo(Duration.ofDays(30));
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
