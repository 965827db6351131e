package io.openintegration.daemon.bench;

import io.openintegration.daemon.bench.soak.Soak;
import java.time.Duration;

/**
 * The soak: 1,000 connectors on one server with 512 MiB of heap, and everything that can go wrong. Prints what happens, the
 * figures, and at the end a line for each law, {@code ok} or {@code FAILED}; the exit code is the number of those that were broken.
 */
public final class SoakBench {

    private SoakBench() {}

    /** @param arguments minutes (20), database {@code h2} or {@code postgres} (h2), seed (1) */
    public static void main(String[] arguments) throws Exception {
        int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        boolean postgres = arguments.length > 1 && arguments[1].equals("postgres");
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        int broken;
        try (Soak soak = new Soak(postgres, seed)) {
            broken = soak.run(Duration.ofMinutes(minutes));
        }
        System.exit(broken);
    }
}
