package io.openintegration.daemon.spi;

/** A connector that the Security Integrator hosts: for security enforcement points. */
public interface SecurityIntegratorConnector extends IntegrationConnector<IntegrationContext> {}
