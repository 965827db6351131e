package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Counts the rows of one ledger. */
final class LedgerCount {

    private final Handle handle;
    private final KeyHash hashes;
    private final long ledger;

    LedgerCount(Handle handle, KeyHash hashes, long ledger) {
        this.handle = handle;
        this.hashes = hashes;
        this.ledger = ledger;
    }

    long all() {
        return handle.select("SELECT COUNT(*) FROM \"daemon\".ledger_entry WHERE ledger_id = ?", ledger)
                .mapTo(Long.class)
                .one();
    }

    /** Level by level: a recursive query would be one statement, but H2 keeps all of its rows in memory. */
    long in(ItemKey scope) {
        long count = 0;
        List<UUID> level = List.of(hashes.of(scope));
        while (!level.isEmpty()) {
            count += Slices.of(level).mapToLong(this::directlyIn).sum();
            level = Slices.of(level).flatMap(slice -> scopesIn(slice).stream()).toList();
        }
        return count;
    }

    private long directlyIn(List<UUID> scopes) {
        return handle.createQuery("SELECT COUNT(*) FROM \"daemon\".ledger_entry WHERE scope_hash IN (<scopes>)")
                .bindList("scopes", scopes)
                .mapTo(Long.class)
                .one();
    }

    /** What stands for a scope as an item is also what stands for it as the scope of its items. */
    private List<UUID> scopesIn(List<UUID> scopes) {
        return handle.createQuery(
                        "SELECT item_hash FROM \"daemon\".ledger_entry WHERE scope_hash IN (<scopes>) AND is_scope")
                .bindList("scopes", scopes)
                .mapTo(UUID.class)
                .list();
    }
}
