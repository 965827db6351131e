/**
 * Who is calling, and what they may do (docs/architecture.md).
 * {@link io.openintegration.daemon.access.BasicAuthenticationMechanism} asks every request for a caller;
 * {@link io.openintegration.daemon.access.PasswordLogin} checks the password, throttles failures and reports them;
 * {@link io.openintegration.daemon.access.UserDirectory} knows the users, from a file of salted slow hashes.
 * {@link io.openintegration.daemon.access.AdministratorAccount} makes the first user. There is no default password.
 */
package io.openintegration.daemon.access;
