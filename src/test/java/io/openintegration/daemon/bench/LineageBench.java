package io.openintegration.daemon.bench;

import io.openintegration.daemon.bench.soak.Figures;
import io.openintegration.daemon.connectors.lineage.OpenLineageMonitorProvider;
import io.openintegration.daemon.connectors.lineage.SparkEvents;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.LineageGraph;
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
    private static final int WARM_UP = 20;
    private static final int[] DEPTHS = {2, 4, 6, 10, LineageQuery.DEEPEST};

    private final Random random = new Random(1);
    private final String kind;
    private final DataSource database;

    private LineageBench(String kind, DataSource database) {
        this.kind = kind;
        this.database = database;
    }

    /**
     * @param arguments edges (100000), questions of each kind (200), events a second (1000), seconds (10), databases (h2,postgres),
     *     columns of each data set (4; 0 leaves the questions for columns out)
     */
    public static void main(String[] arguments) throws Exception {
        int edges = number(arguments, 0, 100_000);
        int questions = number(arguments, 1, 200);
        int rate = number(arguments, 2, 1_000);
        int seconds = number(arguments, 3, 10);
        String databases = arguments.length > 4 ? arguments[4] : "h2,postgres";
        int columns = number(arguments, 5, 4);
        for (String kind : databases.split(",", -1)) {
            try (BenchDatabase database =
                    BenchDatabase.open(kind, Path.of("target/bench").toAbsolutePath())) {
                LineageBench bench = new LineageBench(kind, database.dataSource());
                bench.intake(rate, seconds);
                bench.query(edges, questions, columns);
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

    private void query(int edges, int questions, int columns) {
        MetadataStore store = new EmbeddedMetadataStores(database, TypeCatalogue.openMetadata(), Clock.systemUTC())
                .open(new ServerName("store"));
        int jobs = edges / EDGES_OF_JOB;
        int[] sources = fill(store, jobs);
        for (int depth : DEPTHS) {
            ask(store, edges, questions, depth, false);
        }
        if (columns > 0) {
            fillColumns(store, sources, columns);
            for (int depth : DEPTHS) {
                ask(store, edges, questions, depth, true);
            }
        }
    }

    private void ask(MetadataStore store, int edges, int questions, int depth, boolean columns) {
        Figures figures = new Figures();
        long nodes = 0;
        long mappings = 0;
        for (int question = 0; question < questions + WARM_UP; question++) {
            LineageQuery query = new LineageQuery(
                    dataSet(random.nextInt(edges / EDGES_OF_JOB)),
                    random.nextBoolean() ? LineageQuery.Direction.UPSTREAM : LineageQuery.Direction.DOWNSTREAM,
                    depth,
                    columns,
                    LineageQuery.MOST_NODES);
            long begin = System.nanoTime();
            LineageGraph found = new LineageWalk(store, BENCH).walk(query).orElseThrow();
            if (question >= WARM_UP) {
                figures.add((System.nanoTime() - begin) / 1e6);
                nodes += found.nodes().size();
                mappings += found.mappings().size();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s, %,d edges: lineage of depth %d, %,d elements%s on average: %s%n",
                kind,
                edges,
                depth,
                nodes / questions,
                columns ? String.format(Locale.ROOT, " and %,d mappings of columns", mappings / questions) : "",
                figures);
    }

    /**
     * Layers of jobs: each reads two data sets that the layer before wrote, and writes its own and that of another job of its layer.
     *
     * @return of each job the first that it reads
     */
    private int[] fill(MetadataStore store, int jobs) {
        int[] sources = new int[jobs];
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
                sources[number] = before + random.nextInt(LAYER);
                flows.add(flow(dataSet(sources[number]), job(number)));
                flows.add(flow(dataSet(before + random.nextInt(LAYER)), job(number)));
                flows.add(flow(job(number), dataSet(number)));
                flows.add(flow(job(number), dataSet(Math.min(jobs - 1, layer + random.nextInt(LAYER)))));
            }
            store.apply(BENCH, new ChangeSet(flows));
        }
        return sources;
    }

    /** Each data set gets a schema with columns, which are made of those of the data set that its job reads. */
    private static void fillColumns(MetadataStore store, int[] sources, int columns) {
        for (int from = 0; from < sources.length; from += BATCH) {
            List<Change> elements = new ArrayList<>();
            List<Change> links = new ArrayList<>();
            for (int number = from; number < from + BATCH && number < sources.length; number++) {
                elements.add(element("TabularSchemaType", schema(number)));
                links.add(link("Schema", dataSet(number), schema(number), ""));
                for (int column = 0; column < columns; column++) {
                    elements.add(element("TabularColumn", column(number, column)));
                    links.add(link("AttributeForSchema", schema(number), column(number, column), ""));
                }
            }
            store.apply(BENCH, new ChangeSet(elements));
            store.apply(BENCH, new ChangeSet(links));
        }
        for (int from = 0; from < sources.length; from += BATCH) {
            List<Change> mappings = new ArrayList<>();
            for (int number = from; number < from + BATCH && number < sources.length; number++) {
                for (int column = 0; column < columns && sources[number] != number; column++) {
                    mappings.add(link(
                            "DataMapping",
                            column(sources[number], column),
                            column(number, column),
                            "OpenLineage " + job(number)));
                }
            }
            store.apply(BENCH, new ChangeSet(mappings));
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
        return link("DataFlow", from, to, "OpenLineage");
    }

    /** @param label empty for none */
    private static Change link(String type, QualifiedName from, QualifiedName to, String label) {
        return new Change.Relate(
                new TypeName(type),
                ElementRef.to(from),
                ElementRef.to(to),
                ElementProperties.builder()
                        .text("label", label.isEmpty() ? null : label)
                        .build());
    }

    private static QualifiedName schema(int number) {
        return new QualifiedName("TabularSchemaType::" + dataSet(number));
    }

    private static QualifiedName column(int number, int column) {
        return new QualifiedName("TabularColumn::" + dataSet(number) + "::column-" + column);
    }

    private static QualifiedName dataSet(int number) {
        return new QualifiedName("DataSet::warehouse::table-" + number);
    }

    private static QualifiedName job(int number) {
        return new QualifiedName("Job::warehouse::load-" + number);
    }
}
