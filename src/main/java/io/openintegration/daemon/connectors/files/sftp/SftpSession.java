package io.openintegration.daemon.connectors.files.sftp;

import java.io.Closeable;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;

/** A session with a host, and all that it needs. */
record SftpSession(SshClient client, ClientSession session, SftpClient files, SftpFailures failures)
        implements Closeable {

    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    /** Ends at once, whether the host answers or not. */
    @Override
    public void close() {
        end(client);
    }

    static void end(SshClient client) {
        // the library would not wait for an interrupted thread, and not tell it later either
        boolean interrupted = Thread.interrupted();
        try {
            client.close(true).awaitUninterruptibly(LONGEST_END);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
