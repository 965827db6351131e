package io.openintegration.daemon.spi;

/** A connector that the Catalog Integrator hosts: for other metadata catalogues. */
public interface CatalogIntegratorConnector extends IntegrationConnector<IntegrationContext> {}
