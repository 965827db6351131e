package io.openintegration.daemon.bench;

import io.openintegration.daemon.reconcile.RefreshMode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Catalogues directories of small files, and compares that with a raw batched insert of the same rows and with a bare walk, in
 * the same run. bench/README.md tells how to start it and what came out.
 */
public final class FilesBench {

    private static final int PER_FOLDER = 1_000;
    private static final String REMOTE = "+http";
    private static final PrintStream OUT = System.out;

    private final Path home = Path.of("target/bench").toAbsolutePath();
    private final HeapPeak heap = new HeapPeak();

    private FilesBench() {}

    /**
     * @param arguments numbers of files, kinds of files and kinds of databases, each a list with commas; how often. A database
     *     with {@code +http} after it has its store beyond HTTP
     */
    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = argument(arguments, 0, "1000,10000,100000").stream()
                .map(Integer::valueOf)
                .toList();
        int rounds = Integer.parseInt(argument(arguments, 3, "2").get(0));
        FilesBench bench = new FilesBench();
        OUT.println("| database | files | round | first cataloguing | raw insert of the same rows | ratio"
                + " | unchanged refresh | bare walk | ratio | requested refresh | heap | load |");
        OUT.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (String database : argument(arguments, 2, "h2,postgres")) {
            for (String extension : argument(arguments, 1, "txt,csv")) {
                for (int size : sizes) {
                    for (int round = 1; round <= rounds; round++) {
                        bench.run(database, SmallFiles.in(bench.home, size, extension, PER_FOLDER), round);
                    }
                }
            }
        }
    }

    private void run(String kind, SmallFiles files, int round) throws Exception {
        heap.reset();
        boolean remote = kind.endsWith(REMOTE);
        String databases = remote ? kind.substring(0, kind.length() - REMOTE.length()) : kind;
        try (BenchDatabase database = BenchDatabase.open(databases, home);
                BenchDatabase other = BenchDatabase.open(databases, home);
                Cataloguing cataloguing = new Cataloguing(
                        database.dataSource(), files.root(), remote ? StoreDoor.overHttp() : StoreDoor.inProcess())) {
            Cataloguing.makeTables(other.dataSource());
            double load = load();
            Stopwatch first = Stopwatch.time(() -> cataloguing.refresh(RefreshMode.SCHEDULED));
            long peak = heap.mebibytes();
            RawInsert raw = new RawInsert(database.dataSource(), other.dataSource());
            Stopwatch inserted = raw.run();
            // what the raw insert read is gone from the database's cache only after the second
            cataloguing.refresh(RefreshMode.SCHEDULED);
            cataloguing.refresh(RefreshMode.SCHEDULED);
            files.walk();
            Stopwatch walk = Stopwatch.time(files::walk);
            Stopwatch unchanged = Stopwatch.time(() -> cataloguing.refresh(RefreshMode.SCHEDULED));
            Stopwatch compared = Stopwatch.time(() -> cataloguing.refresh(RefreshMode.REQUESTED));
            OUT.println(String.join(
                    " | ",
                    "| " + kind,
                    format("%,d %s", files.count(), files.extension()),
                    format("%d", round),
                    rate(files, first),
                    rate(files, inserted) + format(", %,d rows", raw.rows()),
                    ratio(inserted, first),
                    taken(unchanged),
                    taken(walk),
                    ratio(unchanged, walk),
                    taken(compared),
                    format("%d, %d MiB", peak, heap.mebibytes()),
                    format("%.1f, %.1f |", load, load())));
        }
    }

    private static String rate(SmallFiles files, Stopwatch watch) {
        return format("%,.0f/s, ", files.count() / watch.seconds()) + taken(watch);
    }

    private static String taken(Stopwatch watch) {
        return format("%.2f s (%.2f)", watch.seconds(), watch.cpuSeconds());
    }

    private static String ratio(Stopwatch one, Stopwatch other) {
        return format("%.2f (%.2f)", one.seconds() / other.seconds(), one.cpuSeconds() / other.cpuSeconds());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static List<String> argument(String[] arguments, int position, String otherwise) {
        return Arrays.asList((arguments.length > position ? arguments[position] : otherwise).split(",", -1));
    }

    /** How many threads of this machine wanted a processor during the last minute. */
    private static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    }
}
