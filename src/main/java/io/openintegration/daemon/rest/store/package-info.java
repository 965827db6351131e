/**
 * The wire form of the open metadata store's API (Egeria's protocol): requests into questions to a
 * {@link io.openintegration.daemon.metadata.MetadataStore}, answers into JSON. Plain Java with Jackson; the resource on
 * top only knows HTTP. The ways in: {@link io.openintegration.daemon.rest.store.OpenMetadataStoreApi} for elements,
 * {@link io.openintegration.daemon.rest.store.OpenMetadataRelationshipsApi},
 * {@link io.openintegration.daemon.rest.store.OpenMetadataTypesApi},
 * {@link io.openintegration.daemon.rest.store.OpenMetadataWritesApi} for changes, and
 * {@link io.openintegration.daemon.rest.store.BatchDoor}, which is our own.
 */
package io.openintegration.daemon.rest.store;
