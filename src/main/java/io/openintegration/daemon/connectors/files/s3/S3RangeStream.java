package io.openintegration.daemon.connectors.files.s3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads an object by requests for parts of it, small ones first: what is not read is not fetched. */
final class S3RangeStream extends InputStream {

    /** Reads some bytes of an object. */
    @FunctionalInterface
    interface Parts {
        byte[] read(long from, int length) throws IOException;
    }

    /** As much as is looked at of a file at least. */
    private static final int FIRST_PART = 64 * 1024;

    private static final int LARGEST_PART = 1024 * 1024;

    private final Parts parts;
    private final long size;
    private long position;
    private int nextPart = FIRST_PART;
    private byte[] part = new byte[0];
    private int read;

    S3RangeStream(Parts parts, long offset, long size) {
        this.parts = parts;
        this.position = offset;
        this.size = size;
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
        int count = Math.min(length, part.length - read);
        System.arraycopy(part, read, bytes, offset, count);
        read += count;
        return count;
    }

    /** Whether there is something to read. */
    private boolean fill() throws IOException {
        if (read < part.length) {
            return true;
        }
        if (position >= size) {
            return false;
        }
        int length = (int) Math.min(nextPart, size - position);
        part = parts.read(position, length);
        if (part.length < length) {
            throw new EOFException("fewer bytes than were listed");
        }
        read = 0;
        position += length;
        nextPart = Math.min(nextPart * 4, LARGEST_PART);
        return true;
    }
}
