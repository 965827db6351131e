package io.openintegration.daemon.connectors.files.remote;

import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import java.util.HashSet;
import java.util.Set;

/** Lets a plug-in answer to the names of the provider of the same connector for mounted file systems. */
public final class RemoteAliases {

    private RemoteAliases() {}

    public static Set<String> of(IntegrationConnectorProvider local) {
        Set<String> names = new HashSet<>(local.aliases());
        names.add(local.getClass().getName());
        return Set.copyOf(names);
    }
}
