/**
 * HTTP only: the Egeria-compatible families of URLs, and the product's own API under {@code /api/v1}. Resources turn a
 * request into a call of the platform and the answer into JSON; what is thrown becomes an answer in {@link
 * io.openintegration.daemon.rest.DaemonExceptionMapper}. What several families have in common is an abstract resource, of
 * which each family has a subclass (docs/adr/0018). Clients of the Egeria-compatible families take nothing but HTTP
 * 200 for an answer of the application, so the outcome stands in the body ({@code relatedHTTPCode}); the product's own API
 * uses status codes and problem details (RFC 9457).
 */
package io.openintegration.daemon.rest;
