package io.openintegration.daemon.spi;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
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
     * The drivers that were found.
     *
     * @param drivers in the order in which they are asked; one that cannot even say whether it is for a URL is not
     */
    static JdbcDrivers of(List<Driver> drivers) {
        List<Driver> inTurn = List.copyOf(drivers);
        return url -> inTurn.stream().filter(driver -> accepts(driver, url)).findFirst();
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException malformed) {
            return false;
        }
    }

    /**
     * The driver that says that it is for such a URL.
     *
     * @param url {@code jdbc:} and so on, not null
     * @return empty where there is none
     */
    Optional<Driver> accepting(String url);
}
