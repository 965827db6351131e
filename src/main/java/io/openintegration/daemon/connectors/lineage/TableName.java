package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the name of a table as PostgreSQL does. Producers tell of a table in the words of the job that uses it: without its schema,
 * between quotation marks, in capitals.
 */
final class TableName {

    private static final String POSTGRESQL = "postgres://";

    /** Where PostgreSQL looks for a table without a schema, unless the role or the database has it otherwise. */
    private static final String USUAL_SCHEMA = "public";

    private static final char QUOTE = '"';

    private TableName() {}

    /** The name in full, as PostgreSQL's catalogue has it; empty where this is no table of a PostgreSQL. */
    static Optional<String> inFull(DataSetName dataSet) {
        int end = dataSet.name().indexOf('.');
        if (!dataSet.namespace().startsWith(POSTGRESQL) || end < 1) {
            return Optional.empty();
        }
        // producers have the database of its URL, where nothing is quoted
        String database = dataSet.name().substring(0, end);
        List<String> parts = parts(dataSet.name().substring(end + 1));
        return switch (parts.size()) {
            case 1 -> Optional.of(String.join(".", database, USUAL_SCHEMA, parts.get(0)));
            case 2 -> Optional.of(String.join(".", database, parts.get(0), parts.get(1)));
            default -> Optional.empty();
        };
    }

    /** Schema and table, or the table alone; none where it is no identifier of SQL. */
    private static List<String> parts(String identifier) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < identifier.length(); at++) {
            char character = identifier.charAt(at);
            if (character == QUOTE && quoted && identifier.startsWith("\"", at + 1)) {
                part.append(character);
                at++;
            } else if (character == QUOTE) {
                quoted = !quoted;
            } else if (character == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(quoted ? character : folded(character));
            }
        }
        parts.add(part.toString());
        return quoted || parts.contains("") ? List.of() : parts;
    }

    /** PostgreSQL folds no other letters, unless its encoding has one byte for each. */
    private static char folded(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character - 'A' + 'a') : character;
    }
}
