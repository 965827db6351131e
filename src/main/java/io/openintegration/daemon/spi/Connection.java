package io.openintegration.daemon.spi;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a connector reaches its third party, from the server's configuration document with all placeholders resolved. May
 * hold secrets: never printed, so {@link #toString()} names the provider only.
 *
 * @param providerClassName as written in the document (may be an alias)
 * @param endpointAddress network address or path of the third party
 * @param configurationProperties text, numbers, booleans, lists and maps; never null values
 * @param userId account at the third party
 * @param clearPassword secret of that account
 * @param securedProperties further secrets, by name
 */
public record Connection(
        String providerClassName,
        Optional<String> endpointAddress,
        Map<String, Object> configurationProperties,
        Optional<String> userId,
        Optional<String> clearPassword,
        Map<String, String> securedProperties) {

    public Connection {
        configurationProperties = Collections.unmodifiableMap(new TreeMap<>(configurationProperties));
        securedProperties = Map.copyOf(securedProperties);
    }

    /** The configuration property of that name as text, where it is there and not blank. */
    public Optional<String> property(String name) {
        return Optional.ofNullable(configurationProperties.get(name))
                .map(Object::toString)
                .filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return "Connection of " + providerClassName;
    }
}
