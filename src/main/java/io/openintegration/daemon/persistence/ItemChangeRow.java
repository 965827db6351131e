package io.openintegration.daemon.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.ChangeAction;
import io.openintegration.daemon.reconcile.ItemChange;
import io.openintegration.daemon.reconcile.NumberedChange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** A change as the row of a table. */
final class ItemChangeRow {

    private ItemChangeRow() {}

    static void bind(PreparedStatement insert, UUID list, UUID hash, NumberedChange numbered) throws SQLException {
        ItemChange change = numbered.change();
        insert.setObject(1, list);
        insert.setLong(2, numbered.number());
        insert.setObject(3, hash);
        insert.setString(4, change.action().name());
        text(insert, 5, change.key().value());
        text(insert, 6, change.scope().map(ItemKey::value).orElse(null));
        text(insert, 7, change.formerScope().map(ItemKey::value).orElse(null));
        text(insert, 8, change.type().value());
        text(insert, 9, change.name().value());
        insert.setString(10, StorableText.of(AuditRow.folded(change.name().value())));
        insert.setString(11, change.digest());
        insert.setString(12, ItemChangeJson.write(change));
    }

    static NumberedChange read(ResultSet row) throws SQLException {
        JsonNode details = PlainJson.read(row.getString("details"));
        return new NumberedChange(
                row.getLong("number"),
                new ItemChange(
                        ChangeAction.valueOf(row.getString("action")),
                        new ItemKey(text(row, "item_key")),
                        Optional.ofNullable(text(row, "scope_key")).map(ItemKey::new),
                        Optional.ofNullable(text(row, "former_scope")).map(ItemKey::new),
                        new TypeName(text(row, "type_name")),
                        new QualifiedName(text(row, "qualified_name")),
                        ItemChangeJson.differences(details),
                        row.getString("digest"),
                        ItemChangeJson.former(details),
                        ItemChangeJson.reason(details)));
    }

    private static void text(PreparedStatement insert, int column, String value) throws SQLException {
        insert.setString(column, StorableText.escaped(value));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return StorableText.unescaped(row.getString(column));
    }
}
