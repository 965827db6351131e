package io.openintegration.daemon.rest.store;

import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;

/**
 * Whom a request is for.
 *
 * @param server the metadata server asked
 * @param store its content
 * @param requester the user of the request's path
 */
public record StoreCall(ServerName server, MetadataStore store, Requester requester) {}
