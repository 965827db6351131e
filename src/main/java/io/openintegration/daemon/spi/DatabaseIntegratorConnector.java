package io.openintegration.daemon.spi;

/** A connector that the Database Integrator hosts: for databases. */
public interface DatabaseIntegratorConnector extends IntegrationConnector<DatabaseIntegratorContext> {}
