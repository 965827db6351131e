package io.openintegration.daemon.platform;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.oidc.IssuerUrl;
import io.openintegration.daemon.access.oidc.OidcSettings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of token issuers outside this platform: {@code daemon.oidc.issuers} names them, {@code
 * daemon.oidc.<name>.…} describes each.
 */
final class OidcConfiguration {

    static final String ISSUERS = "daemon.oidc.issuers";

    private static final String DEFAULT_USER_CLAIM = "preferred_username";
    private static final String DEFAULT_ROLES_CLAIM = "groups";

    private final Function<String, Optional<String>> settings;

    /** @param settings the value of a setting by its name */
    OidcConfiguration(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** @throws SettingException for the first setting that cannot be used */
    List<OidcSettings> issuers() {
        List<OidcSettings> issuers = list(ISSUERS).distinct().map(this::issuer).toList();
        Set<String> urls = new HashSet<>();
        issuers.stream()
                .map(OidcSettings::url)
                .filter(url -> !urls.add(url))
                .findFirst()
                .ifPresent(url -> {
                    throw SettingException.of(ISSUERS, url, "a different URL for each issuer");
                });
        return issuers;
    }

    /** Names are part of environment variables: nothing but lower case letters and digits comes through unchanged. */
    private OidcSettings issuer(String name) {
        if (!name.matches("[a-z0-9]{1,32}")) {
            throw SettingException.of(ISSUERS, name, "names of lower case letters and digits");
        }
        String prefix = "daemon.oidc." + name + ".";
        String url = text(prefix + "url").orElse("");
        if (!IssuerUrl.isSafe(url)) {
            throw SettingException.of(prefix + "url", url, "the issuer's URL, by https unless it is on this host");
        }
        String audience = text(prefix + "audience")
                .orElseThrow(() -> SettingException.of(prefix + "audience", "", "the audience of the issuer's tokens"));
        return new OidcSettings(
                url,
                audience,
                text(prefix + "user.claim").orElse(DEFAULT_USER_CLAIM),
                text(prefix + "roles.claim").orElse(DEFAULT_ROLES_CLAIM),
                roles(prefix + "role."));
    }

    private Map<Role, Set<String>> roles(String prefix) {
        Map<Role, Set<String>> roles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            roles.put(role, list(prefix + role.roleName()).collect(Collectors.toUnmodifiableSet()));
        }
        return roles;
    }

    private Optional<String> text(String name) {
        return settings.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Stream<String> list(String name) {
        return text(name).stream()
                .flatMap(texts -> Arrays.stream(texts.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty());
    }
}
