/**
 * The embedded metadata server: {@link io.openintegration.daemon.metadata.MetadataStore} on the container's database,
 * one database schema for each named server. {@link io.openintegration.daemon.store.embedded.ChangeLaw} knows what each
 * change means; {@link io.openintegration.daemon.store.embedded.Content} is what it works on; the rest brings content
 * from the database and writes back in batches what became of it.
 */
package io.openintegration.daemon.store.embedded;
