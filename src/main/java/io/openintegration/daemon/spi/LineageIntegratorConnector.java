package io.openintegration.daemon.spi;

/** A connector that the Lineage Integrator hosts: for lineage producers. */
public interface LineageIntegratorConnector extends IntegrationConnector<LineageIntegratorContext> {}
