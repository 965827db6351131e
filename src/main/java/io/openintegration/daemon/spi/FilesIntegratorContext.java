package io.openintegration.daemon.spi;

import java.nio.file.Path;

/** The context of connectors of the Files Integrator. */
public interface FilesIntegratorContext extends IntegrationContext {

    /**
     * The directory that an endpoint address means: relative ones are taken from {@code daemon.files.base};
     * {@code file:} URLs are accepted.
     *
     * @return absolute, normalised; not necessarily existing
     * @throws ConnectorException where it is not a path, or lies outside {@code daemon.files.permitted.roots}
     */
    Path resolve(String address);

    /**
     * Name of the file system as it appears in qualified names: the connector's metadata source, or the host where none is
     * configured.
     */
    String fileSystemName();
}
