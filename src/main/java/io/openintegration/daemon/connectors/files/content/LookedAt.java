package io.openintegration.daemon.connectors.files.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * What has been read of one file: its beginning, and more where it is asked for, never more than allowed. Opens a small
 * file once, and reads it once.
 */
final class LookedAt implements AutoCloseable {

    /** Enough for most schemas, and for all signatures. */
    static final int FIRST_LOOK = 64 * 1024;

    /** As much as is read between two looks at the clock. */
    private static final int CHUNK = 64 * 1024;

    private final FileBytes file;
    private final LookLimits limits;
    private final Deadline deadline;
    private final InputStream stream;
    private byte[] beginning = {};

    private LookedAt(FileBytes file, LookLimits limits, Deadline deadline) throws IOException {
        this.file = file;
        this.limits = limits;
        this.deadline = deadline;
        this.stream = file.from(0);
    }

    /** Opens a file and reads its beginning; {@link #close} closes it. */
    @SuppressWarnings("MustBeClosedChecker")
    static LookedAt at(FileBytes file, LookLimits limits, Deadline deadline) throws IOException {
        LookedAt look = new LookedAt(file, limits, deadline);
        try {
            look.readTo(Math.min(FIRST_LOOK, limits.bytes()));
            return look;
        } catch (IOException | RuntimeException failure) {
            look.close();
            throw failure;
        }
    }

    byte[] beginning() {
        return beginning;
    }

    /** Whether the beginning is all of the file. */
    boolean isWhole() {
        return beginning.length == file.size();
    }

    long size() {
        return file.size();
    }

    /** Whether there is more than the beginning, and it may be read. */
    boolean hasMore() {
        return !isWhole() && beginning.length < limits.bytes();
    }

    /** Reads on, as far as allowed; the beginning is longer then. */
    void readOn() throws IOException {
        readTo(limits.bytes());
    }

    /**
     * What stands at the end of the file.
     *
     * @param length in bytes, not more than the file has
     */
    byte[] end(int length) throws IOException {
        if (isWhole()) {
            return Arrays.copyOfRange(beginning, beginning.length - length, beginning.length);
        }
        try (InputStream tail = file.from(file.size() - length)) {
            byte[] end = read(tail, length + 1);
            if (end.length != length) {
                throw new FileChangedException(file.size());
            }
            return end;
        }
    }

    /** What stands somewhere in the file, not necessarily to its end. */
    byte[] middle(long offset, int length) throws IOException {
        try (InputStream middle = file.from(offset)) {
            byte[] bytes = read(middle, length);
            if (bytes.length < length) {
                throw new FileChangedException(file.size());
            }
            return bytes;
        }
    }

    private void readTo(int length) throws IOException {
        // One byte more than was listed: where there is one, the file has grown.
        long expected = Math.min(length, file.size());
        byte[] more = read(stream, (int) Math.min(length, file.size() + 1) - beginning.length);
        int start = beginning.length;
        beginning = Arrays.copyOf(beginning, start + more.length);
        System.arraycopy(more, 0, beginning, start, more.length);
        if (beginning.length != expected) {
            throw new FileChangedException(file.size());
        }
    }

    private byte[] read(InputStream from, int most) throws IOException {
        byte[] bytes = new byte[most];
        int length = 0;
        boolean ended = false;
        while (length < most && !ended) {
            deadline.check();
            int read = from.readNBytes(bytes, length, Math.min(CHUNK, most - length));
            ended = read == 0;
            length += read;
        }
        return length == most ? bytes : Arrays.copyOf(bytes, length);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
