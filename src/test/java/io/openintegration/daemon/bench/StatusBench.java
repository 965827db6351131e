package io.openintegration.daemon.bench;

import io.openintegration.daemon.bench.soak.Calm;

/**
 * How long the status takes while 10 connectors hang and 1,000 are hosted, and how long the server takes from its start until it is
 * ready. Nothing else happens: {@link SoakBench} has the same with everything that can go wrong.
 */
public final class StatusBench {

    private StatusBench() {}

    /** @param arguments questions of each kind (500), starts (3), database {@code h2} or {@code postgres} (h2) */
    public static void main(String[] arguments) throws Exception {
        int questions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        int starts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        boolean postgres = arguments.length > 2 && arguments[2].equals("postgres");
        try (Calm calm = new Calm(postgres)) {
            calm.starts(starts);
            calm.status(questions);
        }
        System.exit(0);
    }
}
