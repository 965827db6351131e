package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.LedgerEntry;
import io.openintegration.daemon.reconcile.LedgerHistory;
import io.openintegration.daemon.reconcile.LedgerMark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Reads the rows of one ledger. */
final class LedgerReading {

    private static final String MARK = "item_key, is_scope, guid, stamp, fingerprint, catalogued_at, missing_since";
    private static final String PARTS =
            "(SELECT parts FROM \"daemon\".ledger_item_parts p WHERE p.item_hash = ledger_entry.item_hash) AS parts";
    private static final String ENTRY =
            MARK + ", scope_key, type_name, qualified_name, classifications, version, made_by, " + PARTS;

    private static final String OF_LEDGER = "ledger_id = "
            + "(SELECT id FROM \"daemon\".ledger"
            + " WHERE daemon = :daemon AND connector = :connector AND metadata_server = :metadataServer)";
    private static final String MISSING = "missing_since IS NOT NULL AND " + OF_LEDGER;

    private static final int FETCH_SIZE = 1_000;

    private final Handle handle;
    private final LedgerName name;
    private final KeyHash hashes;

    LedgerReading(Handle handle, LedgerName name, KeyHash hashes) {
        this.handle = handle;
        this.name = name;
        this.hashes = hashes;
    }

    /** As many keys as a statement may have parameters, and fewer. */
    List<LedgerEntry> entriesOf(Collection<ItemKey> keys) {
        return select(ENTRY, "item_hash = ANY(:hashes)")
                .bind("hashes", UuidArray.of(hashes.of(keys)))
                .map(mapper(LedgerReading::entry))
                .list();
    }

    List<LedgerEntry> entriesIn(Optional<ItemKey> scope) {
        return in(scope, ENTRY).map(mapper(LedgerReading::entry)).list();
    }

    List<LedgerMark> marksIn(Optional<ItemKey> scope) {
        return in(scope, MARK).map(mapper(LedgerReading::mark)).list();
    }

    /** In the order of the primary key, so that going through all pages reads the table once. */
    List<LedgerEntry> entriesMadeBy(String run, Optional<ItemKey> after, int limit) {
        String further = after.isPresent() ? " AND item_hash > :after" : "";
        Query query = select(
                        ENTRY,
                        "made_by = :run AND " + OF_LEDGER + further
                                + " ORDER BY item_hash FETCH FIRST :limit ROWS ONLY")
                .bindMap(name.values())
                .bind("run", StorableText.escaped(run))
                .bind("limit", limit);
        after.ifPresent(key -> query.bind("after", hashes.of(key)));
        return query.map(mapper(LedgerReading::entry)).list();
    }

    List<LedgerMark> marksIn(Optional<ItemKey> scope, Optional<ItemKey> after, int most) {
        Query portion = select(
                        MARK,
                        "scope_hash = :scope" + (after.isPresent() ? " AND item_hash > :after" : "")
                                + " ORDER BY scope_hash, item_hash FETCH FIRST :most ROWS ONLY")
                .bind("scope", hashes.of(scope))
                .bind("most", most);
        after.ifPresent(key -> portion.bind("after", hashes.of(key)));
        return portion.map(mapper(LedgerReading::mark)).list();
    }

    List<LedgerEntry> missingAfter(Optional<ItemKey> after, int most) {
        String further = after.isPresent() ? " AND item_hash > :after" : "";
        Query query = select(ENTRY, MISSING + further + " ORDER BY item_hash FETCH FIRST :most ROWS ONLY")
                .bindMap(name.values())
                .bind("most", most);
        after.ifPresent(key -> query.bind("after", hashes.of(key)));
        return query.map(mapper(LedgerReading::entry)).list();
    }

    List<LedgerEntry> missing(String containing, Paging paging) {
        return select(
                        ENTRY,
                        MISSING
                                + " AND (POSITION(:text IN item_key) > 0 OR POSITION(:text IN qualified_name) > 0)"
                                + " ORDER BY item_key OFFSET :start ROWS FETCH FIRST :most ROWS ONLY")
                .bindMap(name.values())
                .bind("text", StorableText.escaped(containing))
                .bind("start", paging.startFrom())
                .bind("most", paging.pageSize())
                .map(mapper(LedgerReading::entry))
                .list();
    }

    private Query in(Optional<ItemKey> scope, String columns) {
        return select(columns, "scope_hash = :scope").bind("scope", hashes.of(scope));
    }

    private Query select(String columns, String condition) {
        return handle.createQuery("SELECT " + columns + " FROM \"daemon\".ledger_entry WHERE " + condition)
                .setFetchSize(FETCH_SIZE);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> RowMapper<T> mapper(Reader<T> reader) {
        return (row, context) -> reader.read(row);
    }

    private static LedgerMark mark(ResultSet row) throws SQLException {
        return new LedgerMark(
                new ItemKey(text(row, "item_key")),
                row.getBoolean("is_scope"),
                new Guid(text(row, "guid")),
                text(row, "stamp"),
                text(row, "fingerprint"),
                cataloguedAt(row),
                missingSince(row));
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                new ItemKey(text(row, "item_key")),
                Optional.ofNullable(text(row, "scope_key")).map(ItemKey::new),
                row.getBoolean("is_scope"),
                new TypeName(text(row, "type_name")),
                new Guid(text(row, "guid")),
                new QualifiedName(text(row, "qualified_name")),
                classifications(row.getString("classifications")),
                text(row, "stamp"),
                text(row, "fingerprint"),
                row.getLong("version"),
                Optional.ofNullable(row.getString("parts"))
                        .map(LedgerPartsJson::read)
                        .orElse(List.of()),
                new LedgerHistory(cataloguedAt(row), missingSince(row), Optional.ofNullable(text(row, "made_by"))));
    }

    private static Instant cataloguedAt(ResultSet row) throws SQLException {
        return Instant.ofEpochMilli(row.getLong("catalogued_at"));
    }

    private static Optional<Instant> missingSince(ResultSet row) throws SQLException {
        long since = row.getLong("missing_since");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return StorableText.unescaped(row.getString(column));
    }

    private static Set<TypeName> classifications(String json) {
        return TextListJson.read(json).stream().map(TypeName::new).collect(Collectors.toUnmodifiableSet());
    }
}
