package io.openintegration.daemon.spi;

/** A connector that the Organization Integrator hosts: for directories of people and teams. */
public interface OrganizationIntegratorConnector extends IntegrationConnector<IntegrationContext> {}
