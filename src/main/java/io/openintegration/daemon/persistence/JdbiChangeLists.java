package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.ChangeList;
import io.openintegration.daemon.reconcile.ChangeLists;
import io.openintegration.daemon.reconcile.ItemChange;
import java.util.List;
import java.util.UUID;

/**
 * The lists of changes in the daemon's database. Its methods throw {@link DatabaseException} (DAEMON-DATABASE-500-001) where the
 * database fails.
 */
public final class JdbiChangeLists implements ChangeLists {

    private static final String NOT_IN =
            """
            FROM "daemon".item_change one
            WHERE list_id = :list AND action NOT IN ('HOLD_BACK', 'LEAVE') AND NOT EXISTS (
                SELECT 1 FROM "daemon".item_change other
                WHERE other.item_hash = one.item_hash AND other.list_id = :other AND other.digest = one.digest)
            """;

    private final DaemonDatabase database;

    public JdbiChangeLists(DaemonDatabase database) {
        this.database = database;
    }

    /** Does not need the database yet. */
    @Override
    public ChangeList list(ServerName daemon, String connector, UUID id) {
        return new JdbiChangeList(database, daemon, connector, id);
    }

    @Override
    public void delete(UUID id) {
        database.call(
                "deleteChanges", handle -> handle.execute("DELETE FROM \"daemon\".item_change WHERE list_id = ?", id));
    }

    @Override
    public List<ItemChange> notIn(UUID list, UUID other, int limit) {
        return database.inTransaction("compareChanges", handle -> handle.createQuery(
                        "SELECT * " + NOT_IN + " ORDER BY number FETCH FIRST :limit ROWS ONLY")
                .bind("list", list)
                .bind("other", other)
                .bind("limit", limit)
                .map((row, context) -> ItemChangeRow.read(row).change())
                .list());
    }

    @Override
    public long countNotIn(UUID list, UUID other) {
        return database.call("countDifferences", handle -> handle.createQuery("SELECT COUNT(*) " + NOT_IN)
                .bind("list", list)
                .bind("other", other)
                .mapTo(Long.class)
                .one());
    }
}
