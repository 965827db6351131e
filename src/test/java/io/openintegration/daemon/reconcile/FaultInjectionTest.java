package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.store.remote.RemotePlatformSettings;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Limits;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Login;
import io.openintegration.daemon.store.remote.RemotePlatforms;
import io.openintegration.daemon.testing.EgeriaMetadataServer;
import io.openintegration.daemon.testing.FaultyCable;
import io.openintegration.daemon.testing.FaultyCable.Fault;
import io.openintegration.daemon.testing.FaultyCable.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Refreshes over a connection in which something goes wrong a thousand times: every time the wire is blamed in one of the ways that
 * are right, and the next refresh over the mended connection leaves exactly what was described. Another run of faults:
 * {@code -Dfaults.seed=…}, {@code -Dfaults.count=…}.
 */
class FaultInjectionTest {

    private static final int COUNT = Integer.getInteger("faults.count", 1_000);
    private static final long SEED = Long.getLong("faults.seed", 6);

    /** After the connection is mended, what was kept of it may still turn out to be broken. */
    private static final int MOST_ATTEMPTS = 20;

    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(5), Duration.ofMillis(300), 4, 3, Duration.ofNanos(1), 16 << 20);

    private static final String DOWN = "METADATA-SERVER-CLIENT-503-001";
    private static final String CUT_OFF = "METADATA-SERVER-CLIENT-502-002";
    private static final String NOT_HTTP = "METADATA-SERVER-CLIENT-502-003";
    private static final String NOT_JSON = "METADATA-SERVER-CLIENT-502-004";
    private static final String OTHER_SHAPE = "METADATA-SERVER-CLIENT-502-005";
    private static final String TIMED_OUT = "METADATA-SERVER-CLIENT-504-002";

    /** What is spoilt may be the length of the answer, and then it seems never to end. */
    private static final Map<Kind, Set<String>> BLAME = new EnumMap<>(Map.of(
            Kind.REFUSE, Set.of(DOWN, CUT_OFF),
            Kind.STALL, Set.of(TIMED_OUT),
            Kind.CUT, Set.of(CUT_OFF),
            Kind.DELAY, Set.of(),
            Kind.CORRUPT, Set.of(NOT_HTTP, NOT_JSON, OTHER_SHAPE, CUT_OFF, TIMED_OUT)));

    private final World world = new World();
    private final EgeriaMetadataServer server = new EgeriaMetadataServer(world.store, world.clock);
    private final FaultyCable cable = new FaultyCable(server.port());
    private final RemotePlatforms platforms = new RemotePlatforms(Executors.newCachedThreadPool(), world.clock);
    private final Map<Kind, Integer> failures = new EnumMap<>(Kind.class);

    @AfterEach
    void close() throws IOException {
        platforms.close();
        cable.close();
        server.close();
    }

    @Test
    @Timeout(600)
    void everyFaultIsBlamedRightAndRepaired() throws IOException {
        Reconciler reconciler = reconciler();
        List<Node> tops = List.of(Node.folder("top"));
        for (int number = 0; number < COUNT; number++) {
            Random random = new Random(SEED * 1_000_003 + number);
            tops = random.nextInt(4) == 0 ? tops : ReconcilePropertyTest.tops(random, false);
            Fault fault = fault(random);
            RefreshMode mode = random.nextInt(3) == 0 ? RefreshMode.REQUESTED : RefreshMode.SCHEDULED;
            if (random.nextInt(20) == 0) {
                server.forgetTokens();
            }

            cable.spoil(fault);
            refreshOrBlame(reconciler, mode, tops, fault);
            cable.mend();
            recover(reconciler, tops);

            assertThat(world.catalogue())
                    .as("after fault %d: %s", number, fault)
                    .isEqualTo(World.expected(tops, Set.of()));
        }
        assertThat(server.races()).as("elements made twice at once").isZero();
        assertThat(failures.keySet()).containsExactlyInAnyOrder(Kind.REFUSE, Kind.STALL, Kind.CUT, Kind.CORRUPT);
        assertThat(failures.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(COUNT / 4);
    }

    private static Fault fault(Random random) {
        Kind[] kinds = Kind.values();
        // a time-out takes its time
        Kind kind = random.nextInt(10) == 0 ? Kind.STALL : kinds[random.nextInt(kinds.length)];
        return new Fault(
                kind == Kind.STALL && random.nextInt(3) > 0 ? Kind.CUT : kind,
                random.nextInt(1 << (4 + random.nextInt(12))));
    }

    private void refreshOrBlame(Reconciler reconciler, RefreshMode mode, List<Node> tops, Fault fault) {
        try {
            refresh(reconciler, mode, tops);
        } catch (MetadataStoreException failed) {
            assertThat(cable.hasHit())
                    .as("there was a fault: %s", failed.getMessage())
                    .isTrue();
            assertThat(failed.reason().id())
                    .as("%s is blamed: %s", fault, failed.getMessage())
                    .isIn(BLAME.get(fault.kind()));
            assertThat(failed.kind()).isEqualTo(MetadataStoreException.Kind.UNAVAILABLE);
            failures.merge(fault.kind(), 1, Integer::sum);
        }
    }

    private void recover(Reconciler reconciler, List<Node> tops) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                ReconcileReport report = refresh(reconciler, RefreshMode.SCHEDULED, tops);
                assertThat(report.problems()).isEmpty();
                return;
            } catch (MetadataStoreException stillBroken) {
                assertThat(stillBroken.reason().id()).isIn(CUT_OFF, TIMED_OUT);
            }
        }
        fail("the connection is whole, and the server is not reached");
    }

    private ReconcileReport refresh(Reconciler reconciler, RefreshMode mode, List<Node> tops) {
        ReconcileRun run = reconciler.begin(mode, world.origin());
        tops.forEach(top -> World.describe(run, top));
        return run.finish();
    }

    private Reconciler reconciler() {
        RemotePlatformSettings settings = new RemotePlatformSettings(
                URI.create("http://localhost:" + cable.port()),
                Optional.of(new Login(EgeriaMetadataServer.USER, EgeriaMetadataServer.PASSWORD)),
                Optional.empty(),
                LIMITS);
        MetadataStore store = platforms.connect(settings, EgeriaMetadataServer.NAME, world.daemon.user());
        MetadataSource source = world.daemon.source().orElseThrow();
        Requester overTheWire =
                world.daemon.withSource(new MetadataSource(new Guid("Element-" + source.guid()), source.name()));
        return new Reconciler(store, world.ledger, overTheWire, () -> {}, world.options);
    }
}
