package io.openintegration.daemon.connectors.files.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;

/** Reads a file of another host in small parts, each one when it is asked for: what is not read is not fetched. */
final class SftpFileStream extends InputStream {

    private static final int PART = 16 * 1024;

    private final SftpSession session;
    private final CloseableHandle handle;
    private final byte[] part = new byte[PART];
    private long position;
    private int filled;
    private int read;

    SftpFileStream(SftpSession session, CloseableHandle handle, long offset) {
        this.session = session;
        this.handle = handle;
        this.position = offset;
    }

    @Override
    public int read() throws IOException {
        return fill() ? part[read++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, filled - read);
        System.arraycopy(part, read, bytes, offset, count);
        read += count;
        return count;
    }

    /** Whether there is something to read. */
    private boolean fill() throws IOException {
        if (read < filled) {
            return true;
        }
        session.failures().endIfInterrupted();
        try {
            filled = session.files().read(handle, position, part);
        } catch (IOException failure) {
            throw session.failures().of(failure, handle.getPath());
        }
        read = 0;
        position += Math.max(filled, 0);
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        SftpFolder.close(handle, session);
    }
}
