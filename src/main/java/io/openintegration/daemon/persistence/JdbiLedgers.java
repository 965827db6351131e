package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.Ledger;
import io.openintegration.daemon.reconcile.Ledgers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** The ledgers in the daemon's database. */
public final class JdbiLedgers implements Ledgers {

    /** Items that are forgotten in one transaction. */
    private static final int PORTION = 1_000;

    private static final UUID FIRST = new UUID(0, 0);

    private final DaemonDatabase database;

    public JdbiLedgers(DaemonDatabase database) {
        this.database = database;
    }

    /** Does not need the database yet: a ledger is found, or made, when it is first used. */
    @Override
    public Ledger ledger(ServerName daemon, String connector, ServerName metadataServer) {
        return new JdbiLedger(database, new LedgerName(daemon, connector, metadataServer));
    }

    @Override
    public void retain(ServerName daemon, Set<String> connectors) {
        Map<Long, String> known = database.inTransaction("retainLedgers", handle -> handle.select(
                        "SELECT id, connector FROM \"daemon\".ledger WHERE daemon = ?",
                        StorableText.escaped(daemon.value()))
                .setMapKeyColumn("id")
                .setMapValueColumn("connector")
                .collectInto(new GenericType<Map<Long, String>>() {}));
        known.forEach((id, connector) -> {
            if (!connectors.contains(StorableText.unescaped(connector))) {
                forget(id);
            }
        });
    }

    @Override
    public void forget(ServerName daemon, String connector) {
        List<Long> known = database.inTransaction("forgetLedgers", handle -> handle.select(
                        "SELECT id FROM \"daemon\".ledger WHERE daemon = ? AND connector = ?",
                        StorableText.escaped(daemon.value()),
                        StorableText.escaped(connector))
                .mapTo(Long.class)
                .list());
        known.forEach(this::forget);
    }

    /** Of a million items, in one transaction, the database would keep all until its end. What breaks off is gone on with the next time. */
    private void forget(long ledger) {
        UUID next = FIRST;
        int forgotten;
        do {
            UUID from = next;
            List<UUID> portion = database.inTransaction("forgetLedgers", handle -> forgetPortion(handle, ledger, from));
            forgotten = portion.size();
            if (forgotten > 0) {
                next = portion.get(forgotten - 1);
            }
        } while (forgotten == PORTION);
        database.inTransaction("forgetLedgers", handle -> {
            new LedgerIntents(handle, ledger).forget();
            return handle.execute("DELETE FROM \"daemon\".ledger WHERE id = ?", ledger);
        });
    }

    /** Returns the rows, in their order: those before them are not looked at again. */
    private static List<UUID> forgetPortion(Handle handle, long ledger, UUID from) throws SQLException {
        List<UUID> portion = handle.select(
                        "SELECT item_hash FROM \"daemon\".ledger_entry WHERE item_hash >= ? AND ledger_id = ?"
                                + " ORDER BY item_hash FETCH FIRST " + PORTION + " ROWS ONLY",
                        from,
                        ledger)
                .mapTo(UUID.class)
                .list();
        LedgerRows.delete(handle.getConnection(), portion.toArray());
        return portion;
    }
}
