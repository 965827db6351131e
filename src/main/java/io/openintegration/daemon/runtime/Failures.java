package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;

/** Finds out from what a connector threw who is at fault. */
final class Failures {

    private Failures() {}

    static Failure of(ConnectorName connector, String method, Throwable cause) {
        if (cause instanceof ConnectorException failure) {
            return new Failure(failure.reason(), failure.origin());
        }
        if (cause instanceof MetadataStoreException failure) {
            return new Failure(failure.reason(), FailureOrigin.METADATA_SERVER);
        }
        if (cause instanceof DaemonException failure) {
            return new Failure(failure.reason(), FailureOrigin.DAEMON);
        }
        return new Failure(
                RuntimeMessage.UNEXPECTED.with(
                        connector, method, cause.getClass().getName(), wordingOf(cause)),
                FailureOrigin.CONNECTOR);
    }

    /** What a connector threw may fail to word itself: that must not keep the connector from being failed. */
    static String wordingOf(Throwable cause) {
        try {
            return String.valueOf(cause.getMessage());
        } catch (RuntimeException | Error e) {
            return "no message: " + e.getClass().getName();
        }
    }
}
