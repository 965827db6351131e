package io.openintegration.daemon.connectors.files.content;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of a file that is in memory; counts how often it is opened, and how much is read of it. */
final class MemoryBytes implements FileBytes {

    private final byte[] bytes;
    private final long listedSize;
    private int opened;
    private int open;
    private long read;

    private MemoryBytes(byte[] bytes, long listedSize) {
        this.bytes = bytes;
        this.listedSize = listedSize;
    }

    static MemoryBytes of(byte[] bytes) {
        return new MemoryBytes(bytes, bytes.length);
    }

    static MemoryBytes of(String text) {
        return of(text, StandardCharsets.UTF_8);
    }

    static MemoryBytes of(String text, Charset charset) {
        return of(text.getBytes(charset));
    }

    /** The same, of which the listing said something else. */
    MemoryBytes listedAs(long size) {
        return new MemoryBytes(bytes, size);
    }

    int timesOpened() {
        return opened;
    }

    boolean isOpen() {
        return open > 0;
    }

    long bytesRead() {
        return read;
    }

    @Override
    public long size() {
        return listedSize;
    }

    @Override
    public InputStream from(long offset) {
        opened++;
        open++;
        int start = (int) Math.min(offset, bytes.length);
        return new FilterInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start)) {
            @Override
            public int read(byte[] target, int at, int length) throws IOException {
                int count = super.read(target, at, length);
                read += Math.max(0, count);
                return count;
            }

            @Override
            public void close() {
                open--;
            }
        };
    }
}
