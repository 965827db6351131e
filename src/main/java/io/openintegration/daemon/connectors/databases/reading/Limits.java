package io.openintegration.daemon.connectors.databases.reading;

import java.time.Duration;

/**
 * How much may come from a database at the most.
 *
 * @param queryTimeout how long one query may take
 * @param fetchSize rows that are asked for at a time
 * @param tables of one schema
 * @param columns of one table
 * @param name characters of a name
 * @param text characters of a comment, a default value or the query of a view; more is cut off
 */
public record Limits(Duration queryTimeout, int fetchSize, int tables, int columns, int name, int text) {

    /** @param queryTimeout how long one query may take */
    public static Limits usual(Duration queryTimeout, int tables) {
        return new Limits(queryTimeout, 2_000, tables, 5_000, 1_000, 20_000);
    }
}
