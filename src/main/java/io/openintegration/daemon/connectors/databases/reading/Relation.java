package io.openintegration.daemon.connectors.databases.reading;

import java.util.Optional;

/**
 * A table, or what looks like one, without what is in it.
 *
 * @param rows about how many, as the database believes, rounded to two digits that count, since it never is exact, and would
 *     otherwise be another one each day; empty where it does not say
 * @param definition the query of a view, where it may be read
 * @param partitioning how a table is parted, or which part of which table this one is
 */
public record Relation(
        String name,
        TableKind kind,
        Optional<String> comment,
        Optional<Long> rows,
        Optional<String> definition,
        Optional<String> partitioning) {

    public Relation {
        rows = rows.map(Relation::rounded);
    }

    private static long rounded(long rows) {
        long unit = 1;
        while (rows / unit >= 100) {
            unit *= 10;
        }
        return rows / unit * unit;
    }

    static Relation of(String name, TableKind kind, Optional<String> comment) {
        return new Relation(name, kind, comment, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Relation withRows(Optional<Long> estimate) {
        return new Relation(name, kind, comment, estimate, definition, partitioning);
    }

    Relation withDefinition(Optional<String> query) {
        return new Relation(name, kind, comment, rows, query, partitioning);
    }
}
