/**
 * Server configuration documents ({@code server-config/<serverName>.json}, in Egeria's form): found by
 * {@link io.openintegration.daemon.configuration.DocumentDirectory}, read and validated as a whole by
 * {@link io.openintegration.daemon.configuration.DocumentReader} into typed records. All mistakes are reported at once,
 * each with its place in the document.
 */
package io.openintegration.daemon.configuration;
