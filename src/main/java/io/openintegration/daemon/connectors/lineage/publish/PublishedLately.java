package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.metadata.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The events that were published last, by digests. An event that comes back, since what is published here finds its way to this daemon
 * again, is known by it: so it does not go round for ever. For one thread at a time.
 */
final class PublishedLately {

    /** Less than two megabytes. */
    static final int MOST = 20_000;

    private final Set<UUID> digests = new LinkedHashSet<>();

    boolean contains(String event) {
        return digests.contains(digest(event));
    }

    void add(String event) {
        if (digests.add(digest(event)) && digests.size() > MOST) {
            Iterator<UUID> oldest = digests.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static UUID digest(String event) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(event.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
