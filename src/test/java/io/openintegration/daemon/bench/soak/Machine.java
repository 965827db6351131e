package io.openintegration.daemon.bench.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that the soak runs on, and may share with others. Linux only. */
final class Machine {

    private static final Path LOAD = Path.of("/proc/loadavg");

    private Machine() {}

    /** How many threads wanted to run in the last minute, on average. */
    static String load() {
        return read()[0];
    }

    /** Whether at this moment no more threads want to run than there are processors; the one that asks is one of them. */
    static boolean isQuiet() {
        int running = Integer.parseInt(read()[3].split("/", 2)[0]);
        return running <= Runtime.getRuntime().availableProcessors();
    }

    private static String[] read() {
        try {
            return Files.readString(LOAD).split(" ", -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
