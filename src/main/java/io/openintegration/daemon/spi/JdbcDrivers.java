package io.openintegration.daemon.spi;

import java.sql.Driver;
import java.util.Optional;

/**
 * The JDBC drivers that an operator put beside the daemon. Which class that is never depends on what a document says; {@link
 * java.sql.DriverManager}, which knows the drivers of everybody, is not asked. Safe from any thread.
 */
@FunctionalInterface
public interface JdbcDrivers {

    /** Where there are none. */
    JdbcDrivers NONE = url -> Optional.empty();

    /**
     * The driver that says that it is for such a URL.
     *
     * @param url {@code jdbc:} and so on, not null
     * @return empty where there is none
     */
    Optional<Driver> accepting(String url);
}
