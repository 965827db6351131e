package io.openintegration.daemon.connectors.files.content;

import java.io.IOException;

/** A file has another length than when it was listed: what was read of it is not to be relied on. */
public final class FileChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    FileChangedException(long listed) {
        super("no longer the " + listed + " bytes that were listed");
    }
}
