package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.MetadataStoreException;

/** A metadata server gave no usable answer. */
final class UnansweredException extends MetadataStoreException {

    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    UnansweredException(Trouble trouble, Message reason, Throwable cause) {
        super(Kind.UNAVAILABLE, reason, cause);
        this.trouble = trouble;
    }

    /** Whether the request may have been carried out all the same. */
    boolean mayBeDone() {
        return trouble.sent() == Trouble.Sent.PERHAPS;
    }
}
