package io.openintegration.daemon.bench.soak;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Tells what happens, line by line, with the time and the machine's load of the last minute. Safe from any thread. */
final class Story {

    private static final PrintStream OUT = System.out;

    private int failed;

    @FormatMethod
    synchronized void tell(String format, Object... values) {
        OUT.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " [" + Machine.load() + "] "
                + String.format(Locale.ROOT, format, values));
    }

    /** The end of the story: one law, and whether it was kept. */
    @FormatMethod
    synchronized void check(boolean kept, String format, Object... values) {
        OUT.println((kept ? "ok     " : "FAILED ") + String.format(Locale.ROOT, format, values));
        failed += kept ? 0 : 1;
    }

    /** How many laws were broken. */
    synchronized int failed() {
        return failed;
    }
}
