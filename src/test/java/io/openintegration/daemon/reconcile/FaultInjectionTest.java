package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.rest.StoreApiServer;
import io.openintegration.daemon.store.remote.RemotePlatformSettings;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Limits;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Login;
import io.openintegration.daemon.store.remote.RemotePlatforms;
import io.openintegration.daemon.testing.EgeriaMetadataServer;
import io.openintegration.daemon.testing.FaultyCable;
import io.openintegration.daemon.testing.FaultyCable.Fault;
import io.openintegration.daemon.testing.FaultyCable.Kind;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Refreshes over a connection in which something goes wrong, until a thousand faults have met somebody: every time the wire is blamed in one of the ways that
 * are right, and the next refresh over the mended connection leaves exactly what was described. Several such connections at a time, each
 * to a server of its own, by turns one that is as Egeria and one of this product: most of the time is spent waiting for what never
 * comes. Another run of faults: {@code -Dfaults.seed=…}, {@code -Dfaults.count=…}.
 */
class FaultInjectionTest {

    private static final int COUNT = Integer.getInteger("faults.count", 1_000);
    private static final long SEED = Long.getLong("faults.seed", 6);
    private static final int LINES = 8;

    /** After the connection is mended, what was kept of it may still turn out to be broken. */
    private static final int MOST_ATTEMPTS = 20;

    /** Longer than any machine that is merely busy takes, to connect, too. */
    private static final Duration LONG = Duration.ofMinutes(14);

    private static final Limits PATIENT = limits(LONG);

    /** For faults at which nothing comes any more. A busy machine may be too slow for it: at those faults that is no surprise. */
    private static final Limits IMPATIENT = limits(Duration.ofSeconds(1));

    /** A spoilt answer may have lost its length, and so its end. */
    private static final Set<Kind> ENDLESS = Set.of(Kind.STALL, Kind.CORRUPT);

    /** A time-out takes its time: there are few. */
    private static final List<Kind> KINDS = Stream.of(
                    Collections.nCopies(6, Kind.CUT),
                    Collections.nCopies(6, Kind.CUT_REQUEST),
                    Collections.nCopies(8, Kind.CORRUPT),
                    Collections.nCopies(8, Kind.REFUSE),
                    Collections.nCopies(4, Kind.DELAY),
                    List.of(Kind.STALL))
            .flatMap(List::stream)
            .toList();

    private static final String DOWN = "METADATA-SERVER-CLIENT-503-001";
    private static final String CUT_OFF = "METADATA-SERVER-CLIENT-502-002";
    private static final String NOT_HTTP = "METADATA-SERVER-CLIENT-502-003";
    private static final String NOT_JSON = "METADATA-SERVER-CLIENT-502-004";
    private static final String OTHER_SHAPE = "METADATA-SERVER-CLIENT-502-005";
    private static final String TIMED_OUT = "METADATA-SERVER-CLIENT-504-002";

    /** Beside the time-out at those that are endless; what is spoilt may be the length of the answer, too. */
    private static final Map<Kind, Set<String>> BLAME = new EnumMap<>(Map.of(
            Kind.REFUSE, Set.of(DOWN, CUT_OFF),
            Kind.STALL, Set.of(),
            Kind.CUT, Set.of(CUT_OFF),
            Kind.CUT_REQUEST, Set.of(CUT_OFF),
            Kind.DELAY, Set.of(),
            Kind.CORRUPT, Set.of(NOT_HTTP, NOT_JSON, OTHER_SHAPE, CUT_OFF)));

    private final List<Line> lines = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(LINES);

    @BeforeEach
    void open() {
        for (int number = 0; number < LINES; number++) {
            lines.add(new Line(number));
        }
    }

    @AfterEach
    void close() throws IOException {
        threads.shutdownNow();
        for (Line line : lines) {
            line.close();
        }
    }

    @Test
    @Timeout(900)
    void everyFaultIsBlamedRightAndRepaired() throws Exception {
        List<Future<Tally>> tallies = new ArrayList<>();
        for (Line line : lines) {
            tallies.add(threads.submit(line::run));
        }
        Tally all = new Tally();
        for (Future<Tally> tally : tallies) {
            all.add(tally.get());
        }
        assertThat(all.met()).as("faults that met somebody").isGreaterThanOrEqualTo(COUNT);
        assertThat(all.hits.keySet()).containsExactlyInAnyOrder(Kind.values());
        assertThat(all.failures.keySet()).contains(Kind.REFUSE, Kind.STALL, Kind.CUT, Kind.CUT_REQUEST);
        assertThat(all.hits.get(Kind.CORRUPT))
                .as("what is spoilt is noticed, not only waited for")
                .isGreaterThan(2 * all.timeOuts.getOrDefault(Kind.CORRUPT, 0));
        assertThat(all.failures.values().stream().mapToInt(Integer::intValue).sum())
                .as("failures")
                .isGreaterThan(COUNT / 4);
    }

    /** What came of faults, by their kinds. */
    private static final class Tally {

        private final Map<Kind, Integer> hits = new EnumMap<>(Kind.class);
        private final Map<Kind, Integer> failures = new EnumMap<>(Kind.class);
        private final Map<Kind, Integer> timeOuts = new EnumMap<>(Kind.class);

        private static void count(Map<Kind, Integer> counts, Kind kind) {
            counts.merge(kind, 1, Integer::sum);
        }

        private int met() {
            return hits.values().stream().mapToInt(Integer::intValue).sum();
        }

        private void add(Tally other) {
            other.hits.forEach((kind, count) -> hits.merge(kind, count, Integer::sum));
            other.failures.forEach((kind, count) -> failures.merge(kind, count, Integer::sum));
            other.timeOuts.forEach((kind, count) -> timeOuts.merge(kind, count, Integer::sum));
        }
    }

    /** A few things that come, go, change, and become other things. */
    private static List<Node> tops(Random random) {
        List<Node> content = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            String key = "k" + number;
            switch (random.nextInt(6)) {
                case 0, 1 -> content.add(Node.file(key, random.nextInt(3)));
                case 2 -> content.add(Node.csv(key, random.nextBoolean() ? "a" : "b"));
                case 3 -> content.add(Node.folder(key, Node.file(key + number, random.nextInt(2))));
                default -> {
                    // it is not there
                }
            }
        }
        return List.of(Node.folder("top", content.toArray(Node[]::new)));
    }

    private static Fault fault(Random random) {
        return new Fault(KINDS.get(random.nextInt(KINDS.size())), random.nextInt(1 << (4 + random.nextInt(10))));
    }

    private static Limits limits(Duration answer) {
        return new Limits(LONG, answer, 4, 3, Duration.ofNanos(1), 16 << 20);
    }

    /** What is at the other end of the line. */
    private interface Far extends AutoCloseable {

        int port();

        ServerName name();

        Login login();

        /** As it is called there. */
        Guid guid(Guid ofStore);

        void forgetTokens();

        /** Whether all was well. */
        void check();

        @Override
        void close();
    }

    private static final class FarEgeria implements Far {

        private final EgeriaMetadataServer server;

        private FarEgeria(World world) {
            server = new EgeriaMetadataServer(world.store, world.clock);
        }

        @Override
        public int port() {
            return server.port();
        }

        @Override
        public ServerName name() {
            return EgeriaMetadataServer.NAME;
        }

        @Override
        public Login login() {
            return new Login(EgeriaMetadataServer.USER, EgeriaMetadataServer.PASSWORD);
        }

        @Override
        public Guid guid(Guid ofStore) {
            return new Guid("Element-" + ofStore);
        }

        @Override
        public void forgetTokens() {
            server.forgetTokens();
        }

        @Override
        public void check() {
            assertThat(server.races()).as("elements made twice at once").isZero();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private static final class FarProduct implements Far {

        private static final ServerName NAME = new ServerName("store elsewhere");

        private final StoreApiServer server = new StoreApiServer();

        private FarProduct(World world) {
            server.start(NAME, world.store, 1_000);
        }

        @Override
        public int port() {
            return server.port();
        }

        @Override
        public ServerName name() {
            return NAME;
        }

        @Override
        public Login login() {
            return new Login(StoreApiServer.USER, StoreApiServer.PASSWORD);
        }

        @Override
        public Guid guid(Guid ofStore) {
            return ofStore;
        }

        @Override
        public void forgetTokens() {
            // its tokens outlive the platform
        }

        @Override
        public void check() {
            assertThat(server.changeSets()).as("change sets by the door").isPositive();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** A server, what is catalogued there, and the spoilt connection to it; used by one thread. */
    private static final class Line {

        private final int number;
        private final World world = new World();
        private final Far far;
        private final FaultyCable cable;
        private final RemotePlatforms platforms = newPlatforms();
        private final Tally tally = new Tally();
        private MetadataStore patient;
        private volatile MetadataStore store;

        private Line(int number) {
            this.number = number;
            this.far = number % 2 == 0 ? new FarEgeria(world) : new FarProduct(world);
            this.cable = new FaultyCable(far.port());
        }

        private void close() throws IOException {
            platforms.close();
            cable.close();
            far.close();
        }

        private Tally run() throws IOException {
            Reconciler reconciler = reconciler();
            List<Node> tops = List.of(Node.folder("top"));
            // some faults are set behind what comes, and meet nobody
            for (int at = number; LINES * tally.met() < COUNT; at += LINES) {
                Random random = new Random(SEED * 1_000_003 + at);
                tops = random.nextInt(4) == 0 ? tops : tops(random);
                Fault fault = fault(random);
                RefreshMode mode = random.nextInt(3) == 0 ? RefreshMode.REQUESTED : RefreshMode.SCHEDULED;
                if (random.nextInt(20) == 0) {
                    far.forgetTokens();
                }

                refreshSpoilt(reconciler, mode, tops, fault);
                recover(reconciler, tops);

                assertThat(world.catalogue())
                        .as("after fault %d: %s", at, fault)
                        .isEqualTo(World.expected(tops, Set.of()));
            }
            far.check();
            return tally;
        }

        /** Over a connection of its own where it may be waited in vain. */
        private void refreshSpoilt(Reconciler reconciler, RefreshMode mode, List<Node> tops, Fault fault)
                throws IOException {
            if (!ENDLESS.contains(fault.kind())) {
                cable.spoil(fault);
                refreshOrBlame(reconciler, mode, tops, fault);
                cable.mend();
                return;
            }
            try (RemotePlatforms impatient = newPlatforms()) {
                store = connected(impatient, IMPATIENT);
                cable.spoil(fault);
                refreshOrBlame(reconciler, mode, tops, fault);
                cable.mend();
            } finally {
                store = patient;
            }
        }

        private void refreshOrBlame(Reconciler reconciler, RefreshMode mode, List<Node> tops, Fault fault) {
            try {
                refresh(reconciler, mode, tops);
            } catch (MetadataStoreException failed) {
                String blamed = failed.reason().id();
                if (ENDLESS.contains(fault.kind()) && blamed.equals(TIMED_OUT)) {
                    Tally.count(tally.timeOuts, fault.kind());
                } else {
                    assertThat(cable.hasHit())
                            .as("there was a fault: %s", failed.getMessage())
                            .isTrue();
                    assertThat(BLAME.get(fault.kind()))
                            .as("%s is blamed: %s", fault, failed.getMessage())
                            .contains(blamed);
                }
                assertThat(failed.kind()).isEqualTo(MetadataStoreException.Kind.UNAVAILABLE);
                Tally.count(tally.failures, fault.kind());
            }
            if (cable.hasHit()) {
                Tally.count(tally.hits, fault.kind());
            }
        }

        private void recover(Reconciler reconciler, List<Node> tops) {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                try {
                    ReconcileReport report = refresh(reconciler, RefreshMode.SCHEDULED, tops);
                    assertThat(report.problems()).isEmpty();
                    return;
                } catch (MetadataStoreException stillBroken) {
                    assertThat(stillBroken.reason().id())
                            .as("over the mended connection: %s", stillBroken.getMessage())
                            .isEqualTo(CUT_OFF);
                }
            }
            fail("the connection is whole, and the server is not reached");
        }

        private ReconcileReport refresh(Reconciler reconciler, RefreshMode mode, List<Node> tops) {
            ReconcileRun run = reconciler.begin(mode, world.origin());
            tops.forEach(top -> World.describe(run, top));
            return run.finish();
        }

        private MetadataStore connected(RemotePlatforms through, Limits limits) {
            RemotePlatformSettings settings = new RemotePlatformSettings(
                    URI.create("http://localhost:" + cable.port()), Optional.of(far.login()), Optional.empty(), limits);
            MetadataStoreException last = null;
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                try {
                    return through.connect(settings, far.name(), world.daemon.user());
                } catch (MetadataStoreException slow) {
                    last = slow;
                }
            }
            throw last;
        }

        private RemotePlatforms newPlatforms() {
            return new RemotePlatforms(Executors.newCachedThreadPool(), world.clock);
        }

        /** The store that is used at the moment. */
        private MetadataStore current() {
            return (MetadataStore) Proxy.newProxyInstance(
                    MetadataStore.class.getClassLoader(),
                    new Class<?>[] {MetadataStore.class},
                    (proxy, method, arguments) -> {
                        try {
                            return method.invoke(store, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }

        private Reconciler reconciler() {
            patient = connected(platforms, PATIENT);
            store = patient;
            MetadataSource source = world.daemon.source().orElseThrow();
            Requester overTheWire = world.daemon.withSource(new MetadataSource(far.guid(source.guid()), source.name()));
            return new Reconciler(current(), world.ledger, overTheWire, () -> {}, world.options);
        }
    }
}
