/**
 * Who is calling, and what they may do (docs/security.md). {@link
 * io.openintegration.daemon.access.DaemonAuthenticationMechanism} asks every request for a caller; each {@link
 * io.openintegration.daemon.access.LoginScheme} reads one kind of credentials, {@link
 * io.openintegration.daemon.access.PasswordLogin} user and password; {@link io.openintegration.daemon.access.CallerFilter}
 * refuses what has no caller. {@link io.openintegration.daemon.access.UserDirectory} knows the users, from a file of salted
 * slow hashes, {@link io.openintegration.daemon.access.UserAccounts} changes them, {@link
 * io.openintegration.daemon.access.AdministratorAccount} makes the first; there is no default password. {@link
 * io.openintegration.daemon.access.SecurityEvents} reports what strangers do, without a flood.
 */
package io.openintegration.daemon.access;
