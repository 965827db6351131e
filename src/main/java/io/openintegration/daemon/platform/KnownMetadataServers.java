package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.configuration.PlatformUrls;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.MetadataServers;
import io.openintegration.daemon.store.remote.RemotePlatformSettings;
import io.openintegration.daemon.store.remote.RemotePlatforms;
import java.util.List;

/**
 * Metadata servers of this platform and of those elsewhere that are configured, told apart by the URL in the document.
 *
 * @param here the servers of this platform
 */
record KnownMetadataServers(MetadataServers here, List<RemotePlatformSettings> elsewhere, RemotePlatforms platforms)
        implements MetadataServers {

    @Override
    public MetadataStore connect(MetadataServerRef ref, UserId user) {
        return elsewhere.stream()
                .filter(platform -> new PlatformUrls(List.of(platform.url().toString())).contains(ref.platformUrl()))
                .findFirst()
                .map(platform -> platforms.connect(platform, ref.server(), user))
                .orElseGet(() -> here.connect(ref, user));
    }
}
