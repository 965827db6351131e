package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.Ledger;
import io.openintegration.daemon.reconcile.Ledgers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** The ledgers in the daemon's database. */
public final class JdbiLedgers implements Ledgers {

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
        database.inTransaction("retainLedgers", handle -> {
            Map<Long, String> known = handle.select(
                            "SELECT id, connector FROM \"daemon\".ledger WHERE daemon = ?",
                            StorableText.escaped(daemon.value()))
                    .setMapKeyColumn("id")
                    .setMapValueColumn("connector")
                    .collectInto(new GenericType<Map<Long, String>>() {});
            known.forEach((id, connector) -> {
                if (!connectors.contains(StorableText.unescaped(connector))) {
                    forget(handle, id);
                }
            });
            return known;
        });
    }

    @Override
    public void forget(ServerName daemon, String connector) {
        database.inTransaction("forgetLedgers", handle -> {
            List<Long> known = handle.select(
                            "SELECT id FROM \"daemon\".ledger WHERE daemon = ? AND connector = ?",
                            StorableText.escaped(daemon.value()),
                            StorableText.escaped(connector))
                    .mapTo(Long.class)
                    .list();
            known.forEach(id -> forget(handle, id));
            return known;
        });
    }

    private static void forget(Handle handle, long ledger) {
        for (String table : List.of("ledger_part", "ledger_item_parts")) {
            handle.execute(
                    "DELETE FROM \"daemon\"." + table + " WHERE item_hash IN"
                            + " (SELECT item_hash FROM \"daemon\".ledger_entry WHERE ledger_id = ?)",
                    ledger);
        }
        handle.execute("DELETE FROM \"daemon\".ledger_entry WHERE ledger_id = ?", ledger);
        handle.execute("DELETE FROM \"daemon\".ledger_intent WHERE ledger_id = ?", ledger);
        handle.execute("DELETE FROM \"daemon\".ledger WHERE id = ?", ledger);
    }
}
