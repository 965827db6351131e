package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.ChangeList;
import io.openintegration.daemon.reconcile.ChangeQuery;
import io.openintegration.daemon.reconcile.NumberedChange;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One list of changes in the daemon's database; fails as {@link JdbiChangeLists} does. */
final class JdbiChangeList implements ChangeList {

    private static final String INSERT =
            """
            INSERT INTO "daemon".item_change (
                list_id, number, item_hash, action, item_key, scope_key, former_scope, type_name, qualified_name, name_folded,
                digest, details, undone)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)
            """;

    private static final String STANDING =
            """
            SELECT * FROM "daemon".item_change
            WHERE list_id = :list AND number < :before AND NOT undone AND action NOT IN ('HOLD_BACK', 'LEAVE')
            ORDER BY number DESC
            FETCH FIRST :limit ROWS ONLY
            """;

    private static final String DIGESTS =
            """
            SELECT item_key, digest FROM "daemon".item_change WHERE item_hash IN (<hashes>) AND list_id = :list
            """;

    private static final String CHANGED_LATER =
            """
            SELECT DISTINCT c.item_key FROM "daemon".item_change c
            JOIN "daemon".connector_run later ON later.id = c.list_id
            JOIN "daemon".connector_run own ON own.id = :list
            WHERE c.item_hash IN (<hashes>) AND NOT c.undone AND c.action NOT IN ('HOLD_BACK', 'LEAVE')
                AND later.id <> own.id AND later.trigger_name <> 'UNDO' AND later.begin_time >= own.begin_time
            """;

    private final DaemonDatabase database;
    private final UUID id;
    private final ItemHash hash;

    JdbiChangeList(DaemonDatabase database, ServerName daemon, String connector, UUID id) {
        this.database = database;
        this.id = id;
        this.hash = new ItemHash(daemon, connector);
    }

    @Override
    public void append(List<NumberedChange> changes) {
        database.inTransaction("appendChanges", handle -> {
            try (PreparedStatement insert = handle.getConnection().prepareStatement(INSERT)) {
                RowBatch batch = new RowBatch(insert);
                for (NumberedChange change : changes) {
                    ItemChangeRow.bind(insert, id, hash.of(change.change().key()), change);
                    batch.add();
                }
                batch.finish();
            }
            return id;
        });
    }

    @Override
    public void cut(long from) {
        database.call(
                "cutChanges",
                handle -> handle.execute(
                        "DELETE FROM \"daemon\".item_change WHERE list_id = ? AND number >= ?", id, from));
    }

    @Override
    public List<NumberedChange> read(ChangeQuery query) {
        return database.inTransaction("readChanges", handle -> new ItemChangeSearch(id, query).run(handle));
    }

    @Override
    public Map<ItemKey, Set<String>> digestsOf(Collection<ItemKey> keys) {
        return database.inTransaction("findDigests", handle -> {
            Map<ItemKey, Set<String>> digests = new HashMap<>();
            Slices.of(keys).forEach(slice -> handle.createQuery(DIGESTS)
                    .bindList("hashes", slice.stream().map(hash::of).toList())
                    .bind("list", id)
                    .map((row, context) -> Map.entry(
                            new ItemKey(StorableText.unescaped(row.getString("item_key"))), row.getString("digest")))
                    .forEach(found -> digests.computeIfAbsent(found.getKey(), none -> new HashSet<>())
                            .add(found.getValue())));
            return digests;
        });
    }

    @Override
    public List<NumberedChange> standing(long before, int limit) {
        return database.inTransaction("readStandingChanges", handle -> handle.createQuery(STANDING)
                .bind("list", id)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> ItemChangeRow.read(row))
                .list());
    }

    @Override
    public void undone(Collection<Long> numbers) {
        database.inTransaction("noteUndoneChanges", handle -> {
            Slices.of(numbers).forEach(slice -> handle.createUpdate(
                            "UPDATE \"daemon\".item_change SET undone = TRUE WHERE list_id = :list AND number IN (<numbers>)")
                    .bind("list", id)
                    .bindList("numbers", slice)
                    .execute());
            return id;
        });
    }

    @Override
    public Set<ItemKey> changedLater(Collection<ItemKey> keys) {
        return database.inTransaction("findLaterChanges", handle -> {
            Set<ItemKey> changed = new HashSet<>();
            Slices.of(keys).forEach(slice -> handle.createQuery(CHANGED_LATER)
                    .bindList("hashes", slice.stream().map(hash::of).toList())
                    .bind("list", id)
                    .map((row, context) -> new ItemKey(StorableText.unescaped(row.getString("item_key"))))
                    .forEach(changed::add));
            return changed;
        });
    }
}
