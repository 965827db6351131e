package io.openintegration.daemon.platform;

import io.openintegration.daemon.access.oidc.IssuerUrl;
import io.openintegration.daemon.configuration.PlatformUrls;
import io.openintegration.daemon.store.remote.RemotePlatformSettings;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Limits;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Login;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.TrustStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the platforms elsewhere whose metadata servers may be used: {@code daemon.remote.platforms} names them, {@code
 * daemon.remote.<name>.…} describes each. No document can send a password to a platform that is not among them.
 */
final class RemoteConfiguration {

    static final String PLATFORMS = "daemon.remote.platforms";

    private static final int MOST_PARALLEL = 64;
    private static final int MOST_ATTEMPTS = 10;
    private static final int LARGEST_ANSWER = 999_999_999;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final SettingReader settings;
    private final PlatformUrls here;

    /** @param here the URLs of this platform, which is none elsewhere */
    RemoteConfiguration(SettingReader settings, PlatformUrls here) {
        this.settings = settings;
        this.here = here;
    }

    /** @throws SettingException for the first setting that cannot be used */
    List<RemotePlatformSettings> platforms() {
        List<RemotePlatformSettings> platforms =
                settings.list(PLATFORMS).distinct().map(this::platform).toList();
        Set<URI> urls = new HashSet<>();
        platforms.stream()
                .map(RemotePlatformSettings::url)
                .filter(url -> !urls.add(url))
                .findFirst()
                .ifPresent(url -> {
                    throw SettingException.of(PLATFORMS, url.toString(), "a different URL for each platform");
                });
        return platforms;
    }

    /** Names are part of environment variables: nothing but lower case letters and digits comes through unchanged. */
    private RemotePlatformSettings platform(String name) {
        if (!name.matches("[a-z0-9]{1,32}")) {
            throw SettingException.of(PLATFORMS, name, "names of lower case letters and digits");
        }
        String prefix = "daemon.remote." + name + ".";
        return new RemotePlatformSettings(
                url(prefix + "url"), login(prefix), trust(prefix + "trust.store"), limits(prefix));
    }

    private URI url(String setting) {
        String url = text(setting).orElse("").replaceAll("/+$", "");
        if (!IssuerUrl.isSafe(url) || here.contains(url)) {
            throw SettingException.of(
                    setting,
                    url,
                    "the root URL of a platform that is not this one, by https unless it is on this host");
        }
        return URI.create(url);
    }

    private Optional<Login> login(String prefix) {
        Optional<String> user = text(prefix + "user");
        Optional<String> password = settings.text(prefix + "password").filter(secret -> !secret.isEmpty());
        if (user.isPresent() != password.isPresent()) {
            throw SettingException.of(
                    prefix + (user.isPresent() ? "password" : "user"), "", "a user and a password, or neither");
        }
        return user.map(name -> new Login(name, password.orElseThrow()));
    }

    private Optional<TrustStore> trust(String setting) {
        return text(setting)
                .map(file -> new TrustStore(
                        Path.of(file).toAbsolutePath().normalize(),
                        settings.text(setting + ".password"),
                        text(setting + ".type").orElse("PKCS12")));
    }

    private Limits limits(String prefix) {
        Limits usual = Limits.STANDARD;
        return new Limits(
                settings.duration(prefix + "connect.timeout", usual.connect(), SHORTEST, LONGEST),
                settings.duration(prefix + "answer.timeout", usual.answer(), SHORTEST, LONGEST),
                settings.number(prefix + "parallel", usual.parallel(), MOST_PARALLEL),
                settings.number(prefix + "attempts", usual.attempts(), MOST_ATTEMPTS),
                usual.pause(),
                settings.number(prefix + "answer.limit", usual.largestAnswer(), LARGEST_ANSWER));
    }

    private Optional<String> text(String name) {
        return settings.text(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
