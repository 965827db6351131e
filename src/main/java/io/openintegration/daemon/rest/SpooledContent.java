package io.openintegration.daemon.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary file between a client and a metadata server: the client may be slow, and a transaction of the database should not
 * wait for it. Only this process's user may read it. Used by one thread at a time.
 */
final class SpooledContent implements AutoCloseable {

    private static final int AT_ONCE = 1 << 16;

    private final Path file;

    SpooledContent() throws IOException {
        file = Files.createTempFile("open-metadata-store-", ".ndjson");
    }

    OutputStream write() throws IOException {
        return Files.newOutputStream(file);
    }

    InputStream read() throws IOException {
        return Files.newInputStream(file);
    }

    long length() throws IOException {
        return Files.size(file);
    }

    /**
     * Keeps what the client sends.
     *
     * @throws RejectedRequestException {@code REST-REQUEST-400-008} where the client breaks off
     * @throws IOException where the file cannot be written
     */
    void receive(InputStream body) throws IOException {
        byte[] some = new byte[AT_ONCE];
        try (OutputStream out = write()) {
            int length = next(body, some);
            while (length >= 0) {
                out.write(some, 0, length);
                length = next(body, some);
            }
        }
    }

    /** The end of it: the file is gone then, also where the client broke off. */
    void sendTo(OutputStream client) throws IOException {
        try {
            Files.copy(file, client);
        } finally {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static int next(InputStream body, byte[] some) {
        try {
            return body == null ? -1 : body.read(some);
        } catch (IOException brokenOff) {
            throw new RejectedRequestException(
                    RestMessage.BODY_UNREADABLE.with(brokenOff.getClass().getSimpleName()));
        }
    }
}
