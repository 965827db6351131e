package io.openintegration.daemon.bench;

import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.RefreshMode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How much memory refreshes of very many files take: a plan of the first cataloguing, that itself, nothing changed, comparison with the
 * store, a plan where most of the files are gone, their removal held back twice and then carried out. Start it with a small heap; bench/README.md tells how, and what came out.
 */
public final class MemoryBench {

    private static final PrintStream OUT = System.out;

    private final HeapPeak heap = new HeapPeak();
    private final SmallFiles files;

    private MemoryBench(SmallFiles files) {
        this.files = files;
    }

    /**
     * @param arguments number of files (1000000), files in each folder (1000), kind of database (h2), share that is removed
     *     in percent (60)
     */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of("target/bench").toAbsolutePath();
        int count = number(arguments, 0, 1_000_000);
        int perFolder = number(arguments, 1, 1_000);
        String database = arguments.length > 2 ? arguments[2] : "h2";
        int removed = number(arguments, 3, 60);
        OUT.printf(
                Locale.ROOT,
                "%,d files, %,d in each folder, %s, heap of %d MiB%n",
                count,
                perFolder,
                database,
                Runtime.getRuntime().maxMemory() >> 20);
        new MemoryBench(SmallFiles.in(home, count, "txt", perFolder)).run(database, home, removed);
    }

    private void run(String kind, Path home, int removedPercent) throws Exception {
        try (BenchDatabase database = BenchDatabase.open(kind, home);
                Cataloguing cataloguing = new Cataloguing(database.dataSource(), files.root(), StoreDoor.inProcess())) {
            step("plan of the first cataloguing", cataloguing::planGuarded);
            step("first cataloguing", () -> cataloguing.refresh(RefreshMode.SCHEDULED));
            step("nothing changed", () -> cataloguing.refresh(RefreshMode.SCHEDULED));
            step("comparison with the store", () -> cataloguing.refresh(RefreshMode.REQUESTED));
            int kept = (int) (files.count() / 100L * (100 - removedPercent));
            files.remove(kept - kept % files.wholeFolders());
            try {
                step("plan that holds back", cataloguing::planGuarded);
                step("removal held back", () -> cataloguing.refreshGuarded(RefreshMode.SCHEDULED));
                step("still held back", () -> cataloguing.refreshGuarded(RefreshMode.SCHEDULED));
                step("plan of the removal", cataloguing::planUnguarded);
                step("removal", () -> cataloguing.refresh(RefreshMode.SCHEDULED));
            } finally {
                files.make(kept - kept % files.wholeFolders());
            }
        }
    }

    private void step(String title, Supplier<ReconcileReport> refresh) throws Exception {
        heap.reset();
        ReconcileReport[] report = new ReconcileReport[1];
        Stopwatch watch = Stopwatch.time(() -> report[0] = refresh.get());
        OUT.printf(
                Locale.ROOT,
                "%s: %d created, %d unchanged, %d removed, %d held back in %.1f s (%.1f); heap in use at most %d MiB%n",
                title,
                report[0].created(),
                report[0].unchanged(),
                report[0].removed(),
                report[0].heldBack(),
                watch.seconds(),
                watch.cpuSeconds(),
                heap.mebibytes());
    }

    private static int number(String[] arguments, int position, int otherwise) {
        return arguments.length > position ? Integer.parseInt(arguments[position]) : otherwise;
    }
}
