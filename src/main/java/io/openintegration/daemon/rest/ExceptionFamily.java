package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStoreException;

/** The three families of exceptions that Egeria's clients tell apart. */
enum ExceptionFamily {
    /** The request is wrong, or names what is not there. */
    INVALID_PARAMETER,
    /** The user may not do this. */
    USER_NOT_AUTHORIZED,
    /** The server cannot do this. */
    PROPERTY_SERVER;

    static ExceptionFamily of(DaemonException failure) {
        int code = failure.reason().definition().text().httpCode();
        boolean unauthorized = failure instanceof MetadataStoreException store
                ? store.kind() == MetadataStoreException.Kind.NOT_AUTHORIZED
                : code == 401 || code == 403;
        if (unauthorized) {
            return USER_NOT_AUTHORIZED;
        }
        boolean serverCannot = code >= 500 || failure.reason().definition() == MetadataMessage.SERVICE_NOT_IN_SERVER;
        return serverCannot ? PROPERTY_SERVER : INVALID_PARAMETER;
    }
}
