package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The providers that documents may name: by class name, or by an alias. No other class is ever loaded for a document. */
public final class ConnectorProviders {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://.*", Pattern.DOTALL);

    private final Map<String, IntegrationConnectorProvider> byName = new HashMap<>();
    private final Map<String, Map<String, IntegrationConnectorProvider>> byScheme = new HashMap<>();

    /**
     * @param providers all that there are, for instance a {@link java.util.ServiceLoader}; a class name wins over an alias
     */
    public ConnectorProviders(Iterable<IntegrationConnectorProvider> providers) {
        for (IntegrationConnectorProvider provider : providers) {
            byName.putIfAbsent(provider.getClass().getName(), provider);
        }
        for (IntegrationConnectorProvider provider : providers) {
            provider.aliases().forEach(alias -> byName.putIfAbsent(alias, provider));
            provider.endpointSchemes().forEach(scheme -> addScheme(scheme, provider));
        }
    }

    private void addScheme(String scheme, IntegrationConnectorProvider provider) {
        Map<String, IntegrationConnectorProvider> named = byScheme.computeIfAbsent(scheme, unseen -> new HashMap<>());
        named.putIfAbsent(provider.getClass().getName(), provider);
        provider.aliases().forEach(alias -> named.putIfAbsent(alias, provider));
    }

    /** All providers, in the order of their class names. */
    public List<IntegrationConnectorProvider> all() {
        return byName.values().stream()
                .distinct()
                .sorted(Comparator.comparing(provider -> provider.getClass().getName()))
                .toList();
    }

    /** The provider of that class name or alias; empty where there is none. Loads no class. */
    public Optional<IntegrationConnectorProvider> find(String className) {
        return Optional.ofNullable(byName.get(className));
    }

    /**
     * The provider for a connection: of those that answer to its provider's name the one that is made for addresses like
     * the connection's; empty where there is none of that name. Loads no class.
     */
    public Optional<IntegrationConnectorProvider> find(Connection connection) {
        return connection
                .endpointAddress()
                .map(SCHEME::matcher)
                .filter(Matcher::matches)
                .map(address -> byScheme.get(address.group(1).toLowerCase(Locale.ROOT)))
                .map(named -> named.get(connection.providerClassName()))
                .or(() -> find(connection.providerClassName()));
    }
}
