/**
 * The wire form of the open metadata store's API (Egeria's protocol): requests into questions to a
 * {@link io.openintegration.daemon.metadata.MetadataStore}, answers into JSON. Plain Java with Jackson; the resource on
 * top only knows HTTP. {@link io.openintegration.daemon.rest.store.OpenMetadataStoreApi} is the way in.
 */
package io.openintegration.daemon.rest.store;
