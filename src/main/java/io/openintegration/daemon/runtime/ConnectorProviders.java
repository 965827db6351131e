package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The providers that documents may name: by class name, or by an alias. No other class is ever loaded for a document. */
public final class ConnectorProviders {

    private final Map<String, IntegrationConnectorProvider> byName = new HashMap<>();

    /**
     * @param providers all that there are, for instance a {@link java.util.ServiceLoader}; a class name wins over an alias
     */
    public ConnectorProviders(Iterable<IntegrationConnectorProvider> providers) {
        for (IntegrationConnectorProvider provider : providers) {
            byName.put(provider.getClass().getName(), provider);
        }
        for (IntegrationConnectorProvider provider : providers) {
            provider.aliases().forEach(alias -> byName.putIfAbsent(alias, provider));
        }
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
}
