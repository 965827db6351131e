package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.remote.RemoteMessage;
import io.openintegration.daemon.connectors.files.remote.RemoteSite;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.session.helpers.TimeoutIndicator;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Tells the failures of a host apart: those of one folder or file, and those of the whole.
 *
 * @param session null before there is one
 */
record SftpFailures(RemoteSite site, ClientSession session) {

    /**
     * What to throw where a folder or file could not be asked for.
     *
     * @return of the kind that {@link java.nio.file.Files} throws for the like
     * @throws ConnectorException where the failure is none of this folder or file alone
     */
    IOException of(IOException failure, String path) {
        if (!(failure instanceof SftpException answer)) {
            throw whole(failure);
        }
        return switch (answer.getStatus()) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH -> caused(
                    new NoSuchFileException(path), answer);
            case SftpConstants.SSH_FX_PERMISSION_DENIED -> caused(new AccessDeniedException(path), answer);
            case SftpConstants.SSH_FX_CONNECTION_LOST, SftpConstants.SSH_FX_NO_CONNECTION -> throw whole(failure);
            default -> answer;
        };
    }

    /** Leaves by an exception where the failure is none of this folder or file alone. */
    void requireOfOne(IOException failure, String path) {
        of(failure, path);
    }

    /**
     * An answer that is here already would be read all the same.
     *
     * @throws ConnectorException where the thread is interrupted
     */
    void endIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw site.interrupted(null);
        }
    }

    private static IOException caused(IOException failure, IOException cause) {
        failure.initCause(cause);
        return failure;
    }

    /** What to throw where nothing can be asked for any more. */
    ConnectorException whole(IOException failure) {
        if (Thread.currentThread().isInterrupted() || isInterruption(failure)) {
            return site.interrupted(failure);
        }
        if (isTimeout(failure) || hasTimedOut()) {
            return site.timedOut(failure);
        }
        return site.failure(
                FailureOrigin.THIRD_PARTY,
                RemoteMessage.UNREACHABLE,
                root(failure).getClass().getSimpleName(),
                failure);
    }

    /** Whether the session was ended because nothing came. */
    private boolean hasTimedOut() {
        return session != null && session.getTimeoutStatus().getStatus() != TimeoutIndicator.TimeoutStatus.NoTimeout;
    }

    private static boolean isInterruption(IOException failure) {
        return (failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException))
                || failure instanceof ClosedByInterruptException;
    }

    private static boolean isTimeout(IOException failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SocketTimeoutException
                        || cause instanceof TimeoutException
                        // the library has no type for it
                        || (cause instanceof SshException
                                && String.valueOf(cause.getMessage()).contains("imeout")));
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
