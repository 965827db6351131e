package io.openintegration.daemon.connectors.files.remote;

import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The provider of the same connector for mounted file systems: a plug-in answers to its names, and has its configuration
 * properties.
 */
public record MountedTwin(IntegrationConnectorProvider mounted) {

    public Set<String> names() {
        Set<String> names = new HashSet<>(mounted.aliases());
        names.add(mounted.getClass().getName());
        return Set.copyOf(names);
    }

    /** @param own in place of the twin's where both have them */
    public Map<String, String> properties(Map<String, String> own) {
        Map<String, String> properties = new HashMap<>(mounted.configurationProperties());
        // nobody tells of changes over the network
        properties.remove("watch");
        properties.putAll(own);
        return Map.copyOf(properties);
    }
}
