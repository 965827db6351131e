package io.openintegration.daemon.connectors.databases.reading;

import java.util.List;
import java.util.Optional;

/**
 * An index.
 *
 * @param columns columns or expressions, in the order of the index
 * @param method what the engine calls its kind: {@code btree}
 * @param condition which rows are in it, where not all are
 */
public record Index(
        String name, boolean unique, List<String> columns, Optional<String> method, Optional<String> condition) {

    public Index {
        columns = List.copyOf(columns);
    }
}
