package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ServerName;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Stands for a connector's item keys in an index of changes, as {@link KeyHash} does in ledgers. */
record ItemHash(ServerName daemon, String connector) {

    UUID of(ItemKey key) {
        String owner = daemon.value().length() + ":" + daemon.value() + connector.length() + ":" + connector;
        return UUID.nameUUIDFromBytes((owner + key.value()).getBytes(StandardCharsets.UTF_16));
    }
}
