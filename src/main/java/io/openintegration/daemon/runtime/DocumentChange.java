package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.UserId;

/** Has a daemon on this node go over to its configuration document as it is now. */
@FunctionalInterface
public interface DocumentChange {

    /**
     * Does not wait for connectors.
     *
     * @param selection all connectors, or the one that alone is to be brought in line
     * @throws io.openintegration.daemon.message.DaemonException where the document cannot be used
     */
    ApplyReport apply(ConnectorSelection selection, UserId by);
}
