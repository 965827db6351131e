/**
 * What the daemon itself remembers, in its own database and schema: the filed audit records
 * ({@link io.openintegration.daemon.persistence.JdbiAuditTrail}), the ledgers of the connectors
 * ({@link io.openintegration.daemon.persistence.JdbiLedgers}), refreshes and target states, and what nodes that share a daemon
 * have in common: the lease, the board and the desk for commands. But for the lease, which is PostgreSQL's alone, all SQL runs
 * unchanged on H2 and PostgreSQL. It goes through {@link io.openintegration.daemon.persistence.DaemonDatabase}, which words
 * failures. Callers must have no transaction of the container: each call is a transaction of its own.
 */
package io.openintegration.daemon.persistence;
