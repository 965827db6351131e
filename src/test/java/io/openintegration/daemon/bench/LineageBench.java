package io.openintegration.daemon.bench;

import io.openintegration.daemon.bench.soak.Figures;
import io.openintegration.daemon.connectors.lineage.OpenLineageMonitorProvider;
import io.openintegration.daemon.connectors.lineage.SparkEvents;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.LineageQuery;
import io.openintegration.daemon.metadata.LineageWalk;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.persistence.DaemonDatabase;
import io.openintegration.daemon.persistence.InboxLimits;
import io.openintegration.daemon.persistence.JdbiLineageInboxes;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.LineageEventCheck;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * How long a lineage event takes to be checked and stored, at a given rate, and how long the lineage of an element is looked for in a
 * large graph. HTTP is not in it.
 */
public final class LineageBench {

    private static final Requester BENCH = new Requester(new UserId("bench"), Optional.empty());
    private static final ServerName DAEMON = new ServerName("daemon");
    private static final int THREADS = 8;
    private static final int LAYER = 500;
    private static final int EDGES_OF_JOB = 4;
    private static final int BATCH = 500;

    private final Random random = new Random(1);
    private final String kind;
    private final DataSource database;

    private LineageBench(String kind, DataSource database) {
        this.kind = kind;
        this.database = database;
    }

    /** @param arguments edges (100000), questions of each kind (200), events a second (1000), seconds (10), databases (h2,postgres) */
    public static void main(String[] arguments) throws Exception {
        int edges = number(arguments, 0, 100_000);
        int questions = number(arguments, 1, 200);
        int rate = number(arguments, 2, 1_000);
        int seconds = number(arguments, 3, 10);
        String databases = arguments.length > 4 ? arguments[4] : "h2,postgres";
        for (String kind : databases.split(",", -1)) {
            try (BenchDatabase database =
                    BenchDatabase.open(kind, Path.of("target/bench").toAbsolutePath())) {
                LineageBench bench = new LineageBench(kind, database.dataSource());
                bench.intake(rate, seconds);
                bench.query(edges, questions);
            }
        }
        System.exit(0);
    }

    private static int number(String[] arguments, int place, int usual) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
    }

    private void intake(int rate, int seconds) throws Exception {
        DaemonDatabase daemon = new DaemonDatabase(database);
        daemon.migrate();
        JdbiLineageInboxes inboxes = new JdbiLineageInboxes(daemon, daemon, new InboxLimits(10_000_000, 1L << 34));
        send(inboxes, rate, 2);
        Figures figures = send(inboxes, rate, seconds);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d events a second for %d s, by %d threads: %s%n",
                kind,
                rate,
                seconds,
                THREADS,
                figures);
    }

    /** Each thread at its own pace; what is late is counted from when it was due. */
    private static Figures send(JdbiLineageInboxes inboxes, int rate, int seconds) throws Exception {
        LineageEventCheck check =
                new OpenLineageMonitorProvider().lineageEvents().orElseThrow();
        long pause = TimeUnit.SECONDS.toNanos(1) * THREADS / rate;
        int each = rate * seconds / THREADS;
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<List<Double>>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String mark = seconds + "-" + thread + "-";
            long begin = System.nanoTime() + thread * pause / THREADS;
            all.add(threads.submit(() -> {
                List<Double> took = new ArrayList<>();
                for (int number = 0; number < each; number++) {
                    long due = begin + number * pause;
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    String event =
                            SparkEvents.number(17).replace("01a20626-300b-7b04-8b89-22ba174c3f47", mark + number);
                    check.check(event);
                    inboxes.file(DAEMON, List.of(new ConnectorName("lineage")), List.of(event));
                    took.add((System.nanoTime() - due) / 1e6);
                }
                return took;
            }));
        }
        Figures figures = new Figures();
        for (Future<List<Double>> one : all) {
            one.get().forEach(figures::add);
        }
        threads.shutdown();
        return figures;
    }

    private void query(int edges, int questions) {
        MetadataStore store = new EmbeddedMetadataStores(database, TypeCatalogue.openMetadata(), Clock.systemUTC())
                .open(new ServerName("store"));
        int jobs = edges / EDGES_OF_JOB;
        fill(store, jobs);
        for (int depth : new int[] {2, 4, 6, 10, LineageQuery.DEEPEST}) {
            Figures figures = new Figures();
            long nodes = 0;
            for (int question = 0; question < questions + 20; question++) {
                LineageQuery query = new LineageQuery(
                        dataSet(random.nextInt(jobs)),
                        random.nextBoolean() ? LineageQuery.Direction.UPSTREAM : LineageQuery.Direction.DOWNSTREAM,
                        depth,
                        false,
                        LineageQuery.MOST_NODES);
                long begin = System.nanoTime();
                int found = new LineageWalk(store, BENCH)
                        .walk(query)
                        .orElseThrow()
                        .nodes()
                        .size();
                if (question >= 20) {
                    figures.add((System.nanoTime() - begin) / 1e6);
                    nodes += found;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s, %,d edges: lineage of depth %d, %,d elements on average: %s%n",
                    kind,
                    edges,
                    depth,
                    nodes / questions,
                    figures);
        }
    }

    /** Layers of jobs: each reads two data sets that the layer before wrote, and writes its own and that of another job of its layer. */
    private void fill(MetadataStore store, int jobs) {
        for (int from = 0; from < jobs; from += BATCH) {
            List<Change> elements = new ArrayList<>();
            for (int number = from; number < from + BATCH && number < jobs; number++) {
                elements.add(element("DataSet", dataSet(number)));
                elements.add(element("Process", job(number)));
            }
            store.apply(BENCH, new ChangeSet(elements));
        }
        for (int from = 0; from < jobs; from += BATCH) {
            List<Change> flows = new ArrayList<>();
            for (int number = from; number < from + BATCH && number < jobs; number++) {
                int layer = number / LAYER * LAYER;
                int before = Math.max(0, layer - LAYER);
                flows.add(flow(dataSet(before + random.nextInt(LAYER)), job(number)));
                flows.add(flow(dataSet(before + random.nextInt(LAYER)), job(number)));
                flows.add(flow(job(number), dataSet(number)));
                flows.add(flow(job(number), dataSet(Math.min(jobs - 1, layer + random.nextInt(LAYER)))));
            }
            store.apply(BENCH, new ChangeSet(flows));
        }
    }

    private static Change element(String type, QualifiedName name) {
        return new Change.CreateElement(
                new TypeName(type),
                ElementProperties.builder()
                        .text("qualifiedName", name.value())
                        .text("displayName", name.value())
                        .build(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Change flow(QualifiedName from, QualifiedName to) {
        return new Change.Relate(
                new TypeName("DataFlow"),
                ElementRef.to(from),
                ElementRef.to(to),
                ElementProperties.builder().text("label", "OpenLineage").build());
    }

    private static QualifiedName dataSet(int number) {
        return new QualifiedName("DataSet::warehouse::table-" + number);
    }

    private static QualifiedName job(int number) {
        return new QualifiedName("Job::warehouse::load-" + number);
    }
}
