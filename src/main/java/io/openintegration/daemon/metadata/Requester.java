package io.openintegration.daemon.metadata;

import java.util.Optional;

/**
 * On whose behalf a metadata server is called.
 *
 * @param user recorded as creator and updater
 * @param source the metadata source whose elements are written; empty for the server's own
 */
public record Requester(UserId user, Optional<MetadataSource> source) {

    public Requester withSource(MetadataSource metadataSource) {
        return new Requester(user, Optional.of(metadataSource));
    }
}
