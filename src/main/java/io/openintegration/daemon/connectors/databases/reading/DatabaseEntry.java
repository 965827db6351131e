package io.openintegration.daemon.connectors.databases.reading;

import java.util.Optional;

/**
 * A database of a server.
 *
 * @param readable whether the account may connect to it
 */
public record DatabaseEntry(String name, Optional<String> comment, boolean readable) {}
