package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** GUIDs as this server keeps them: as UUIDs. Any other text is nobody's GUID here. */
final class GuidColumn {

    private static final int UUID_LENGTH = 36;

    private GuidColumn() {}

    /** @throws IllegalArgumentException where this server did not make it */
    static UUID of(Guid guid) {
        return UUID.fromString(guid.value());
    }

    static UUID of(Optional<Guid> guid) {
        return guid.map(GuidColumn::of).orElse(null);
    }

    /** Whether a server of this kind may have made it. */
    static boolean isPossible(String guid) {
        return read(guid).isPresent();
    }

    /** Those that this server may have. */
    static List<UUID> possible(Collection<Guid> guids) {
        return guids.stream().flatMap(guid -> read(guid.value()).stream()).toList();
    }

    /** As UUIDs are written; others with the same digits are other GUIDs. Compared, not matched: thousands are asked for at once. */
    private static Optional<UUID> read(String guid) {
        if (guid.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(guid);
            return uuid.toString().equals(guid) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty(); // anybody may ask for any text
        }
    }

    static Guid read(ResultSet row, String column) throws SQLException {
        return new Guid(row.getObject(column, UUID.class).toString());
    }

    static Optional<Guid> readOptional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(uuid -> new Guid(uuid.toString()));
    }
}
