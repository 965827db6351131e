package io.openintegration.daemon.metadata;

import io.openintegration.daemon.message.Message;

/** A change of a change set was refused, and so the whole set. */
public class ChangeRejectedException extends MetadataStoreException {

    private static final long serialVersionUID = 1L;

    private final int index;

    public ChangeRejectedException(int index, Kind kind, Message reason) {
        super(kind, reason);
        this.index = index;
    }

    /** Position of the refused change in its set, from 0. */
    public int index() {
        return index;
    }
}
