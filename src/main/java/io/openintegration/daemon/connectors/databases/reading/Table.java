package io.openintegration.daemon.connectors.databases.reading;

import io.openintegration.daemon.metadata.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** All that is known of one table: columns in their order, keys and indexes in the order of their names. */
public record Table(
        Relation relation, List<Column> columns, List<Key> keys, List<ForeignKey> foreignKeys, List<Index> indexes) {

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

    /** Is another one as soon as anything differs that the database says of the table. */
    public String stamp() {
        return DESCRIBED + HexFormat.of().formatHex(Sha256.of(toString().getBytes(StandardCharsets.UTF_8)));
    }
}
