package io.openintegration.daemon.connectors.databases.reading;

import java.util.Optional;

/**
 * A schema of a database.
 *
 * @param name empty where the engine has no schemas, and the tables are in the database itself
 * @param readable whether the account may see what is in it
 */
public record Schema(Optional<String> name, Optional<String> comment, boolean readable) {

    static final Schema NAMELESS = new Schema(Optional.empty(), Optional.empty(), true);
}
