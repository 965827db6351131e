package io.openintegration.daemon.connectors.databases.reading;

import java.util.List;

/**
 * A primary key, or columns that are unique together.
 *
 * @param columns in the order of the key
 */
public record Key(String name, boolean primary, List<String> columns) {

    public Key {
        columns = List.copyOf(columns);
    }
}
