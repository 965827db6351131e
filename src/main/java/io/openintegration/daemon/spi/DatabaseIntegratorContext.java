package io.openintegration.daemon.spi;

import java.nio.file.Path;

/** The context of connectors of the Database Integrator. */
public interface DatabaseIntegratorContext extends IntegrationContext {

    /**
     * The JDBC drivers of the plug-ins (docs/operating.md, "Plug-ins"), then those that the server itself has. A driver does
     * whatever its URL and its properties say, so hand it only what was put together from parts that were looked at.
     */
    JdbcDrivers drivers();

    /**
     * The path that an address of a database in a file means, by the same rules as for the Files Integrator: relative ones are
     * taken from {@code daemon.files.base}.
     *
     * @return absolute, normalised; not necessarily existing
     * @throws ConnectorException where it is not a path, or lies outside {@code daemon.files.permitted.roots}
     */
    Path resolve(String address);
}
