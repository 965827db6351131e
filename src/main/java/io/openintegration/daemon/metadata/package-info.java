/**
 * Open metadata in plain Java: typed names and ids, elements, relationships and classifications, the catalogue of
 * types, what connectors <em>describe</em> ({@link io.openintegration.daemon.metadata.ItemDescription},
 * {@link io.openintegration.daemon.metadata.DescriptionScope}), what is to change
 * ({@link io.openintegration.daemon.metadata.ChangeSet}), and the port to a metadata server
 * ({@link io.openintegration.daemon.metadata.MetadataStore}).
 */
package io.openintegration.daemon.metadata;
