package io.openintegration.daemon.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/**
 * Appends lines to {@code audit.jsonl} in a directory, and rotates it by day and by size (see docs/adr/0015 for why this is
 * no library). A line that could not be written whole is taken back. After a failure the next line opens the file anew, so a
 * place that works again is used again. One thread only.
 */
final class RotatingFile implements AutoCloseable {

    private static final Set<OpenOption> APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

    private final PermittedDirectory directory;
    private final FileLimits limits;
    private final Clock clock;
    private final Path current;
    private final RotatedFiles rotatedFiles;
    private FileChannel channel;
    private LocalDate day;

    /** @param clock its zone decides when a day ends */
    RotatingFile(PermittedDirectory directory, FileLimits limits, Clock clock) {
        this.directory = directory;
        this.limits = limits;
        this.clock = clock;
        this.current = directory.directory().resolve("audit.jsonl");
        this.rotatedFiles = new RotatedFiles(directory.directory());
    }

    void append(String line) throws IOException {
        try {
            append((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            closeAfter(e);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        FileChannel old = channel;
        channel = null;
        if (old != null) {
            old.close();
        }
    }

    private void append(byte[] bytes) throws IOException {
        if (channel != null && Files.notExists(current, LinkOption.NOFOLLOW_LINKS)) {
            close(); // somebody took it away
        }
        if (channel == null) {
            open();
        }
        long size = channel.size();
        if (size > 0 && (!day.equals(today()) || size + bytes.length > limits.fileBytes())) {
            rotate();
        }
        day = today();
        write(bytes);
    }

    private void rotate() throws IOException {
        close();
        Files.move(current, rotatedFiles.next(day), StandardCopyOption.ATOMIC_MOVE);
        open();
    }

    private void open() throws IOException {
        directory.make();
        rotatedFiles.removeBeyond(limits, today());
        boolean there = Files.exists(current, LinkOption.NOFOLLOW_LINKS);
        day = there ? dayOfLastLine() : today();
        boolean cut = there && endsWithin(current);
        channel = FileChannel.open(current, APPENDING, directory.ofFiles());
        if (cut) {
            write(new byte[] {'\n'});
        }
    }

    private LocalDate dayOfLastLine() throws IOException {
        return LocalDate.ofInstant(
                Files.getLastModifiedTime(current, LinkOption.NOFOLLOW_LINKS).toInstant(), clock.getZone());
    }

    /** Whether the last line has no end: a crash may have cut it. */
    private static boolean endsWithin(Path file) throws IOException {
        try (FileChannel reading = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return reading.size() > 0 && reading.read(last, reading.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private void write(byte[] bytes) throws IOException {
        long before = channel.size();
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException e) {
            takeBack(before, e);
            throw e;
        }
    }

    private void takeBack(long size, IOException failure) {
        try {
            channel.truncate(size);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void closeAfter(IOException failure) {
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
