package io.openintegration.daemon.metadata;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;

/** A metadata server could not do what it was asked. */
public class MetadataStoreException extends DaemonException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public MetadataStoreException(Kind kind, Message reason) {
        this(kind, reason, null);
    }

    public MetadataStoreException(Kind kind, Message reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Who is at fault, and so what helps. */
    public enum Kind {
        /** The server is not there, not started, or broken: the same request may succeed later. */
        UNAVAILABLE,
        /** The request is wrong and will stay so. */
        INVALID_REQUEST,
        /** The requester may not do this. */
        NOT_AUTHORIZED,
        /** The element or relationship does not exist. */
        NOT_FOUND,
        /** An element of that qualified name exists. */
        DUPLICATE_NAME
    }
}
