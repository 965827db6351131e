/**
 * Issuers of tokens outside this platform, by OpenID Connect (docs/security.md, ADR 0014). {@link
 * io.openintegration.daemon.access.oidc.OidcIssuer} verifies an issuer's tokens and maps its roles to ours; {@link
 * io.openintegration.daemon.access.oidc.IssuerKeys} keeps the issuer's keys, and fetches them in the background, so that an
 * issuer that is away holds up nobody.
 */
package io.openintegration.daemon.access.oidc;
