package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import java.util.UUID;

/** What a refresh remembers of an item in a scope that is open: as little as it can, since there may be a million. */
final class Known {

    /** The item was mentioned. */
    static final Known MENTIONED = new Known(false, false, false, null, null, null);
    /** Nothing is known of the item. */
    static final Known NOTHING = new Known(false, false, false, null, null, null);

    private final boolean scope;
    private final boolean missing;
    private final boolean doubtful;
    /** Null where no stamp is the same. */
    private final Sum stamp;
    /** Half as large as a text, and null where the GUID is no such text. */
    private final UUID uuid;

    private final Guid otherGuid;

    private Known(boolean scope, boolean missing, boolean doubtful, Sum stamp, UUID uuid, Guid otherGuid) {
        this.scope = scope;
        this.missing = missing;
        this.doubtful = doubtful;
        this.stamp = stamp;
        this.uuid = uuid;
        this.otherGuid = otherGuid;
    }

    /** @param doubtful whether the ledger is known to be wrong about the item */
    static Known of(LedgerMark mark, boolean doubtful) {
        UUID uuid = mark.isScope() ? uuid(mark.guid()) : null;
        return new Known(
                mark.isScope(),
                mark.missingSince().isPresent(),
                doubtful,
                mark.stamp().isEmpty() ? null : Sum.of(mark.stamp()),
                uuid,
                mark.isScope() && uuid == null ? mark.guid() : null);
    }

    boolean isCatalogued() {
        return this != MENTIONED && this != NOTHING;
    }

    boolean isScope() {
        return scope;
    }

    /** Whether the last refresh missed it. */
    boolean isMissing() {
        return missing;
    }

    boolean isDoubtful() {
        return doubtful;
    }

    /** Whether the ledger vouches for what it has of the item. */
    boolean hasStamp() {
        return stamp != null;
    }

    boolean hasStamp(String now) {
        return stamp != null && stamp.equals(Sum.of(now));
    }

    /** Of a scope. */
    Guid guid() {
        return uuid == null ? otherGuid : new Guid(uuid.toString());
    }

    private static UUID uuid(Guid guid) {
        if (guid.value().length() != 36) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(guid.value());
            return uuid.toString().equals(guid.value()) ? uuid : null;
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
