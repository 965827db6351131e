/**
 * The Jakarta shell around the pure rooms: EJB singletons that hold the named servers ({@link
 * io.openintegration.daemon.platform.ServerRegistry}) and their connectors ({@link
 * io.openintegration.daemon.platform.ConnectorRegistry}), the managed executors, and the producers that wire adapters to
 * ports. Thin: what can be decided without a container is decided elsewhere.
 */
package io.openintegration.daemon.platform;
