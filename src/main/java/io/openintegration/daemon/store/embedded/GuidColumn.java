package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** GUIDs as this server keeps them: as UUIDs. Any other text is nobody's GUID here. */
final class GuidColumn {

    /** As UUIDs are written; others with the same digits are other GUIDs. */
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
        return UUID_TEXT.matcher(guid).matches();
    }

    /** Those that this server may have. */
    static List<UUID> possible(Collection<Guid> guids) {
        return guids.stream()
                .filter(guid -> isPossible(guid.value()))
                .map(GuidColumn::of)
                .toList();
    }

    static Guid read(ResultSet row, String column) throws SQLException {
        return new Guid(row.getObject(column, UUID.class).toString());
    }

    static Optional<Guid> readOptional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(uuid -> new Guid(uuid.toString()));
    }
}
