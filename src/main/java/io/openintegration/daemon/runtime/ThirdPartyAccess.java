package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.ConnectionPolicy;
import io.openintegration.daemon.spi.JdbcDrivers;
import io.openintegration.daemon.spi.RefusedNetworks;

/**
 * What connectors of a daemon may reach of the world outside: files, networks, databases.
 *
 * @param drivers by which they speak to databases
 */
public record ThirdPartyAccess(FileAccess files, ConnectionPolicy connections, JdbcDrivers drivers) {

    /** With the usual rules for networks, and without JDBC drivers. */
    public static ThirdPartyAccess to(FileAccess files) {
        return new ThirdPartyAccess(files, RefusedNetworks.STANDARD, JdbcDrivers.NONE);
    }
}
