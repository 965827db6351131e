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
            return new Failure(failure.reason(), origin(failure.kind()));
        }
        if (cause instanceof DaemonException failure) {
            return new Failure(failure.reason(), FailureOrigin.DAEMON);
        }
        return new Failure(
                RuntimeMessage.UNEXPECTED.with(
                        connector, method, cause.getClass().getName(), wordingOf(cause)),
                FailureOrigin.CONNECTOR);
    }

    /** A server that answers and refuses is in order: it was asked for what it cannot do, or for somebody who may not. */
    private static FailureOrigin origin(MetadataStoreException.Kind kind) {
        return switch (kind) {
            case UNAVAILABLE -> FailureOrigin.METADATA_SERVER;
            case NOT_AUTHORIZED -> FailureOrigin.CONFIGURATION;
            case INVALID_REQUEST, NOT_FOUND, DUPLICATE_NAME -> FailureOrigin.CONNECTOR;
        };
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
