package io.openintegration.daemon.connectors.files.content;

import java.io.IOException;

/** Reading a file took longer than allowed: nothing is said of it, this time. */
public final class SlowFileException extends IOException {

    private static final long serialVersionUID = 1L;

    SlowFileException() {
        super("not read within the time that is allowed for one file");
    }
}
