package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes the GUIDs of one change set: UUIDs of version 7, which begin with the time. New ones come last in every index,
 * so that the database writes few pages of it anew; with random ones first cataloguing is several times slower.
 */
final class OrderedGuids {

    private static final int COUNTER_MASK = 0xFFF;
    private static final long VERSION_7 = 0x7000L;

    private final long time;
    private int count;

    OrderedGuids(Instant now) {
        this.time = now.toEpochMilli() << 16;
    }

    Guid next() {
        long high = time | VERSION_7 | (count++ & COUNTER_MASK);
        return new Guid(new UUID(high, UUID.randomUUID().getLeastSignificantBits()).toString());
    }
}
