package io.openintegration.daemon.spi;

/** A connector that the Files Integrator hosts: for files and folders. */
public interface FilesIntegratorConnector extends IntegrationConnector<FilesIntegratorContext> {}
