package io.openintegration.daemon.platform;

import io.openintegration.daemon.spi.JdbcDrivers;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * JDBC drivers that were found by their registration in {@code META-INF/services}.
 *
 * @param drivers in the order in which they are asked
 */
record LoadedDrivers(List<Driver> drivers) implements JdbcDrivers {

    LoadedDrivers {
        drivers = List.copyOf(drivers);
    }

    @Override
    public Optional<Driver> accepting(String url) {
        return drivers.stream().filter(driver -> accepts(driver, url)).findFirst();
    }

    /** One that cannot even say is not for it. */
    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException malformed) {
            return false;
        }
    }
}
