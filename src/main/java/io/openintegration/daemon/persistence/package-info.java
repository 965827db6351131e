/**
 * What the daemon itself remembers, in its own database and schema: the filed audit records
 * ({@link io.openintegration.daemon.persistence.JdbiAuditTrail}) and the ledgers of the connectors
 * ({@link io.openintegration.daemon.persistence.JdbiLedgers}). All SQL runs unchanged on H2 and PostgreSQL and goes
 * through {@link io.openintegration.daemon.persistence.DaemonDatabase}, which words failures. Callers must have no
 * transaction of the container: each call is a transaction of its own.
 */
package io.openintegration.daemon.persistence;
