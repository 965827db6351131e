/**
 * The open metadata types that the product knows: {@link io.openintegration.daemon.metadata.types.TypeCatalogue} to
 * look them up, {@link io.openintegration.daemon.metadata.types.TypeValidation} to check what is written against them.
 * The definitions themselves are in one class for each area; names and kinds follow Egeria's protocol.
 */
package io.openintegration.daemon.metadata.types;
