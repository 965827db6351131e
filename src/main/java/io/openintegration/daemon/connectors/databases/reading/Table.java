package io.openintegration.daemon.connectors.databases.reading;

import io.openintegration.daemon.metadata.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * All that is known of one table: columns in their order, keys and indexes in the order of their names.
 *
 * @param sight whether there may be other columns; keys and indexes may be missing with them
 */
public record Table(
        Relation relation,
        ColumnSight sight,
        List<Column> columns,
        List<Key> keys,
        List<ForeignKey> foreignKeys,
        List<Index> indexes) {

    /** Changes when the same table is to be described in other words than before. */
    private static final String DESCRIBED = "1:";

    public Table {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
    }

    public String name() {
        return relation.name();
    }

    /** Whether it has these columns and no others. */
    public boolean hasAllColumns() {
        return sight.showsAll(columns.size());
    }

    /** Is another one as soon as anything differs that the database says of the table, or how much of it the account sees. */
    public String stamp() {
        return DESCRIBED + HexFormat.of().formatHex(Sha256.of(toString().getBytes(StandardCharsets.UTF_8)));
    }
}
