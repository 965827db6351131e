package io.openintegration.daemon.connectors.databases.reading;

import java.time.Duration;

/**
 * How much may come from a database at the most.
 *
 * @param queryTimeout how long one query may take, as the database is told
 * @param answerTimeout after how long one query is given up, whatever the database does
 * @param fetchSize rows that are asked for at a time
 * @param places databases of a server, schemas of a database
 * @param tables of one schema
 * @param columns of one table
 * @param name characters of a name
 * @param text characters of a comment, a default value or the query of a view; more is cut off
 * @param held characters that are in memory at once
 * @param answer bytes that come as the answer to one query
 */
public record Limits(
        Duration queryTimeout,
        Duration answerTimeout,
        int fetchSize,
        int places,
        int tables,
        int columns,
        int name,
        int text,
        long held,
        long answer) {

    private static final long HELD = 64L << 20;
    private static final long ANSWER = 32L << 20;
    private static final long NAME_OF_A_TABLE = 200;

    /**
     * @param queryTimeout how long one query may take, as the database is told
     * @param answerTimeout after how long one query is given up
     */
    public static Limits usual(Duration queryTimeout, Duration answerTimeout, int tables) {
        return new Limits(
                queryTimeout,
                answerTimeout,
                2_000,
                10_000,
                tables,
                5_000,
                1_000,
                20_000,
                Math.max(HELD, tables * NAME_OF_A_TABLE),
                Math.max(ANSWER, tables * NAME_OF_A_TABLE));
    }
}
