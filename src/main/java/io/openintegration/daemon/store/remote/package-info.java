/**
 * Metadata servers elsewhere: {@link io.openintegration.daemon.metadata.MetadataStore} over Egeria 6's open metadata store API
 * (ADR 36). {@link io.openintegration.daemon.store.remote.RemotePlatforms} is the way in. {@code HttpWire} sends bytes and
 * says what went wrong, {@code Channel} adds token, permits and repetitions, {@code StoreApi} speaks the API's calls one by
 * one. {@code BatchDoor} sends a change set as one request to a server of this product; elsewhere {@code ChangeRun} carries it
 * out by calls: it looks first, refuses what can be refused before anything is written, then sends.
 */
package io.openintegration.daemon.store.remote;
