package io.openintegration.daemon.connectors.databases.reading;

import java.util.List;
import java.util.Optional;

/**
 * Columns whose values are those of columns elsewhere.
 *
 * @param columns in the order of the key
 * @param schema where the other table is; empty where the engine has none
 * @param keyColumns in the same order
 */
public record ForeignKey(
        String name, List<String> columns, Optional<String> schema, String table, List<String> keyColumns) {

    public ForeignKey {
        columns = List.copyOf(columns);
        keyColumns = List.copyOf(keyColumns);
    }
}
