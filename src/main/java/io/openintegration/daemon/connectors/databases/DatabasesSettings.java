package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.NameChoice;
import io.openintegration.daemon.spi.PropertyReader;
import java.time.Duration;

/**
 * What the configuration properties of the databases connector ask for.
 *
 * @param connectTimeout of connecting, and of logging in
 * @param queryTimeout of one query, and of waiting for anything from the database
 * @param maximumTables of one schema
 */
record DatabasesSettings(
        NameChoice databases,
        NameChoice schemas,
        NameChoice tables,
        Duration connectTimeout,
        Duration queryTimeout,
        int maximumTables) {

    static final int USUAL_CONNECT_SECONDS = 10;
    static final int USUAL_QUERY_SECONDS = 60;
    static final int USUAL_TABLES = 100_000;

    private static final int MOST_SECONDS = 3_600;
    private static final int MOST_TABLES = 1_000_000;

    /** @throws ConnectorException {@code DATABASE-INTEGRATION-CONNECTORS-400-002} with all mistakes, where there are any */
    static DatabasesSettings of(Connection connection) {
        PropertyReader reader = new PropertyReader(connection);
        DatabasesSettings settings = new DatabasesSettings(
                reader.choice(DatabasesProperty.INCLUDE_DATABASES, DatabasesProperty.EXCLUDE_DATABASES),
                reader.choice(DatabasesProperty.INCLUDE_SCHEMAS, DatabasesProperty.EXCLUDE_SCHEMAS),
                reader.choice(DatabasesProperty.INCLUDE_TABLES, DatabasesProperty.EXCLUDE_TABLES),
                Duration.ofSeconds(
                        reader.number(DatabasesProperty.CONNECT_TIMEOUT, 1, MOST_SECONDS, USUAL_CONNECT_SECONDS)),
                Duration.ofSeconds(
                        reader.number(DatabasesProperty.QUERY_TIMEOUT, 1, MOST_SECONDS, USUAL_QUERY_SECONDS)),
                reader.number(DatabasesProperty.MAXIMUM_TABLES, 1, MOST_TABLES, USUAL_TABLES));
        reader.requireNoMistakes(DatabaseMessage.BAD_PROPERTIES);
        return settings;
    }
}
