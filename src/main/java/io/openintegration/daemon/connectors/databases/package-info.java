/**
 * The connector of the Database Integrator. {@link io.openintegration.daemon.connectors.databases.RelationalDatabaseMonitor}
 * catalogues databases with their schemas, tables and columns; it only reads. Its rooms: {@code address} takes JDBC URLs apart and
 * lets nothing through that is not known to be harmless, {@code reading} asks the databases. {@link
 * io.openintegration.daemon.connectors.databases.DatabasePlace} is the way there: addresses that may be connected to, the driver,
 * the login. {@link io.openintegration.daemon.connectors.databases.TableDescriber} puts what was read into the words of open
 * metadata. What operators see of it is told in docs/connectors/databases.md.
 */
package io.openintegration.daemon.connectors.databases;
