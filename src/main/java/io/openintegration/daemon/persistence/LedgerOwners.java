package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.reconcile.LedgerOwner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Looks up who catalogued an element, among the ledgers of one daemon for one metadata server. */
final class LedgerOwners {

    private static final String OF_ITEMS =
            """
            SELECT e.guid, e.item_key, l.connector
            FROM "daemon".ledger_entry e
            JOIN "daemon".ledger l ON l.id = e.ledger_id
            WHERE e.guid IN (<guids>) AND l.daemon = :daemon AND l.metadata_server = :metadataServer
            """;

    private static final String OF_PARTS =
            """
            SELECT p.guid, e.item_key, l.connector
            FROM "daemon".ledger_part p
            JOIN "daemon".ledger_entry e ON e.item_hash = p.item_hash
            JOIN "daemon".ledger l ON l.id = e.ledger_id
            WHERE p.guid IN (<guids>) AND l.daemon = :daemon AND l.metadata_server = :metadataServer
            """;

    private final Handle handle;
    private final LedgerName asking;
    private final Map<Guid, LedgerOwner> owners = new HashMap<>();

    LedgerOwners(Handle handle, LedgerName asking) {
        this.handle = handle;
        this.asking = asking;
    }

    /** Adds the owners of these elements: no more than a statement may have parameters. */
    void lookUp(Collection<Guid> elements) {
        List<String> guids =
                elements.stream().map(Guid::value).map(StorableText::escaped).toList();
        List.of(OF_ITEMS, OF_PARTS).forEach(statement -> lookUp(statement, guids));
    }

    Map<Guid, LedgerOwner> owners() {
        return owners;
    }

    private void lookUp(String statement, List<String> guids) {
        handle.createQuery(statement)
                .bindList("guids", guids)
                .bindMap(asking.values())
                .map((row, context) ->
                        Map.entry(new Guid(text(row, "guid")), owner(text(row, "connector"), text(row, "item_key"))))
                .forEach(found -> owners.merge(found.getKey(), found.getValue(), LedgerOwners::rather));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return StorableText.unescaped(row.getString(column));
    }

    private LedgerOwner owner(String connector, String key) {
        return new LedgerOwner(
                Optional.of(connector).filter(name -> !name.equals(asking.connector())), new ItemKey(key));
    }

    private static LedgerOwner rather(LedgerOwner known, LedgerOwner other) {
        return known.otherConnector().isEmpty() ? known : other;
    }
}
