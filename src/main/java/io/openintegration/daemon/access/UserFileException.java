package io.openintegration.daemon.access;

import io.openintegration.daemon.message.DaemonException;
import java.nio.file.Path;

/** The file of users cannot be read or written ({@code ACCESS-500-001}). */
public final class UserFileException extends DaemonException {

    private static final long serialVersionUID = 1L;

    UserFileException(Path file, String why) {
        super(AccessMessage.USER_FILE_UNUSABLE.with(file, why));
    }
}
