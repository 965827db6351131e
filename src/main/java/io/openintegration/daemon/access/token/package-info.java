/**
 * Bearer tokens: JSON web tokens, our own and those of issuers that the settings name (docs/security.md, ADR 0014). {@link
 * io.openintegration.daemon.access.token.BearerLogin} reads a token and hands it to the {@link
 * io.openintegration.daemon.access.token.TokenIssuer} that it names; {@link
 * io.openintegration.daemon.access.token.OwnTokens} issues and verifies ours; {@link
 * io.openintegration.daemon.access.token.RevokedTokens} remembers what was revoked before its time. Nothing here asks a
 * database or a file during a request, except to revoke a token.
 */
package io.openintegration.daemon.access.token;
