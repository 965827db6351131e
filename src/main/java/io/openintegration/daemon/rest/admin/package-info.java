/**
 * HTTP for changing configuration: Egeria's administration commands in the URLs of both generations, and the product's own
 * resources under {@code /api/v1/servers/{server}/configuration} with entity tags. Resources turn a request into a {@link
 * io.openintegration.daemon.configuration.documents.DocumentEdit}, and show documents without their secrets.
 */
package io.openintegration.daemon.rest.admin;
