package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.ServerName;
import java.util.Locale;

/**
 * The database schema of one metadata server. Only lower case letters, digits and underscores; what makes two server
 * names differ (case, punctuation, length) is kept in a part of their digest.
 */
record SchemaName(String value) {

    private static final int LONGEST_READABLE = 24;
    private static final int DIGEST_LENGTH = 24;

    static SchemaName of(ServerName server) {
        String readable = server.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return new SchemaName("store_"
                + readable.substring(0, Math.min(readable.length(), LONGEST_READABLE))
                + "_"
                + Digest.hex(server.value()).substring(0, DIGEST_LENGTH));
    }

    /** A table of this schema, for use in a statement. */
    String table(String table) {
        return "\"" + value + "\"." + table;
    }
}
