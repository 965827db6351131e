package io.openintegration.daemon.audit;

import static io.openintegration.daemon.testing.AuditRecords.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.testing.AuditRecords;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AuditRoutesTest {

    private static final String SERVER = "integration-daemon";
    private static final Set<Severity> ALL = EnumSet.allOf(Severity.class);
    private static final WriterLimits LIMITS =
            new WriterLimits(10, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(500));

    private final SettableClock clock = new SettableClock();
    private final RecordingAuditLog platformLog = new RecordingAuditLog();
    private final RecordingAuditLog serverLog = new RecordingAuditLog();
    private final Map<String, ServerPlan> documented = new HashMap<>();
    private final RecordingDestination files = new RecordingDestination("files");
    private final RecordingDestination topic = new RecordingDestination("topic");
    private final AuditRoutes routes = new AuditRoutes(
            server -> Optional.ofNullable(documented.get(server)), () -> platformLog, LIMITS, Thread::new, clock);

    @AfterEach
    void close() {
        files.gate.countDown();
        topic.gate.countDown();
        routes.close();
    }

    @Test
    void planThatIsNotKnownNowIsAskedForAgain() {
        assertThat(routes.plan(SERVER)).isEqualTo(ServerPlan.DEFAULT);

        ServerPlan plan = plan(planned(files, ALL));
        documented.put(SERVER, plan);
        assertThat(routes.plan(SERVER)).isSameAs(plan);
    }

    @Test
    void destinationOfAServerGetsItsRecordsInOrderAndOthersDoNot() {
        routes.started(SERVER, plan(planned(files, ALL)), serverLog);
        routes.started("other", ServerPlan.DEFAULT, serverLog);

        deliver(1, 5);
        routes.deliver(AuditRecords.of("other", 9, Severity.ERROR, "TEST-0009", "text", Optional.empty()));

        await(() -> assertThat(files.sequences()).containsExactly(1L, 2L, 3L, 4L, 5L));
    }

    @Test
    void hangingDestinationHoldsUpNeitherTheCallerNorTheOthers() {
        topic.gate = new CountDownLatch(1);
        routes.started(SERVER, plan(planned(topic, ALL), planned(files, ALL)), serverLog);

        for (long n = 1; n <= 50; n++) {
            long sequence = n;
            routes.deliver(numbered(sequence));
            await(() -> assertThat(files.sequences()).contains(sequence));
        }

        assertThat(topic.written).isEmpty();
        assertThat(delivery("topic").dropped()).isEqualTo(40);
        assertThat(delivery("topic").backlog()).isEqualTo(10);
        assertThat(delivery("files").dropped()).isZero();
    }

    @Test
    void whatADestinationHadToDropIsReportedToTheServersLogAsAGap() {
        topic.gate = new CountDownLatch(1);
        routes.started(SERVER, plan(planned(topic, ALL)), serverLog);
        deliver(1, 14);

        topic.gate.countDown();

        await(() -> assertThat(serverLog.ids()).containsExactly("AUDIT-LOG-0007"));
        assertThat(serverLog.entries().get(0).message().parameters())
                .containsExactly("4", SERVER, Long.toString(numbered(1).incarnation()), "11", "14", "topic");
        assertThat(topic.sequences())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void failingDestinationIsReportedOnceAndWritesWhatWaitedWhenItWorksAgain() {
        files.failing = true;
        routes.started(SERVER, plan(planned(files, ALL), planned(topic, ALL)), serverLog);
        deliver(1, 5);

        await(() -> assertThat(topic.sequences()).hasSize(5));
        await(() -> assertThat(delivery("files").failingSince()).contains(clock.instant()));
        assertThat(serverLog.ids()).containsExactly("AUDIT-LOG-0002");
        assertThat(serverLog.entries().get(0).cause()).isPresent();

        files.failing = false;
        await(() -> assertThat(files.sequences()).containsExactly(1L, 2L, 3L, 4L, 5L));
        await(() -> assertThat(serverLog.ids()).containsExactly("AUDIT-LOG-0002", "AUDIT-LOG-0003"));
        assertThat(delivery("files").failingSince()).isEmpty();
    }

    @Test
    void changedSeveritiesActAtOnceAndTheDestinationStaysOpen() {
        routes.started(SERVER, plan(planned(files, Set.of(Severity.ERROR))), serverLog);
        deliver(1, 2);
        assertThat(files.opened).hasValue(0);

        routes.change(SERVER, plan(planned(files, Set.of(Severity.STARTUP))));
        deliver(3, 4);
        routes.change(SERVER, plan(planned(files, Set.of(Severity.STARTUP, Severity.ERROR))));
        deliver(5, 5);

        await(() -> assertThat(files.sequences()).containsExactly(3L, 4L, 5L));
        assertThat(files.opened).hasValue(1);
        assertThat(files.closed).hasValue(0);
    }

    @Test
    void removedDestinationIsFlushedAndClosedAndANewOneIsOpened() {
        routes.started(SERVER, plan(planned(files, ALL)), serverLog);
        deliver(1, 9);

        routes.change(SERVER, plan(planned(topic, ALL)));

        assertThat(files.sequences()).hasSize(9);
        await(() -> assertThat(files.closed).hasValue(1));
        deliver(10, 11);
        await(() -> assertThat(topic.sequences()).containsExactly(10L, 11L));
        assertThat(files.written).hasSize(9);
    }

    @Test
    void removedDestinationThatHangsIsGivenUpAndThatIsReported() {
        files.gate = new CountDownLatch(1);
        topic.gate = new CountDownLatch(1);
        routes.started(SERVER, plan(planned(files, ALL), planned(topic, ALL)), serverLog);
        deliver(1, 3);

        routes.change(SERVER, plan());

        assertThat(serverLog.ids()).containsExactly("AUDIT-LOG-0008", "AUDIT-LOG-0008");
        assertThat(serverLog.entries().get(0).message().parameters()).startsWith("3", SERVER);
        assertThat(routes.deliveries()).isEmpty();
    }

    @Test
    void recordsThatComeAfterTheStopStillReachTheDestination() {
        routes.started(SERVER, plan(planned(files, ALL)), serverLog);
        routes.stopped(SERVER);

        deliver(1, 3);

        await(() -> assertThat(files.sequences()).containsExactly(1L, 2L, 3L));
    }

    @Test
    void recordsLeftByACrashReachTheDestinationsOfTheDocument() {
        documented.put(SERVER, plan(planned(files, ALL)));

        deliver(1, 2);

        await(() -> assertThat(files.sequences()).containsExactly(1L, 2L));
    }

    @Test
    void startOfTheServerKeepsTheDestinationOpenThatIsStillConfigured() {
        documented.put(SERVER, plan(planned(files, ALL)));
        deliver(1, 1);

        routes.started(SERVER, plan(planned(files, ALL)), serverLog);
        deliver(2, 2);

        await(() -> assertThat(files.sequences()).containsExactly(1L, 2L));
        assertThat(files.opened).hasValue(1);
    }

    @Test
    void quietDestinationsOfAStoppedServerAreClosedAndOpenedAgainWhenNeeded() {
        routes.started(SERVER, plan(planned(files, ALL)), serverLog);
        deliver(1, 1);
        await(() -> assertThat(files.written).hasSize(1));
        clock.advance(AuditRoutes.IDLE.plusSeconds(1));
        routes.closeIdle();
        assertThat(routes.deliveries()).as("it runs").hasSize(1);

        routes.stopped(SERVER);
        deliver(2, 2);
        await(() -> assertThat(delivery("files").backlog()).isZero());
        routes.closeIdle();
        assertThat(routes.deliveries()).as("a record came just now").hasSize(1);

        clock.advance(AuditRoutes.IDLE.plusSeconds(1));
        routes.closeIdle();
        assertThat(routes.deliveries()).isEmpty();

        deliver(3, 3);
        await(() -> assertThat(files.sequences()).containsExactly(1L, 2L, 3L));
        assertThat(files.opened).hasValue(2);
    }

    @Test
    void destinationWithABacklogIsNotClosedAsQuiet() {
        files.failing = true;
        routes.started(SERVER, plan(planned(files, ALL)), serverLog);
        deliver(1, 1);
        routes.stopped(SERVER);
        clock.advance(AuditRoutes.IDLE.plusSeconds(1));

        routes.closeIdle();

        assertThat(delivery("files").backlog()).isEqualTo(1);
    }

    @Test
    void stoppingThePlatformFlushesAndRefusesWhatComesLater() {
        routes.started(SERVER, plan(planned(files, ALL), planned(topic, ALL)), serverLog);
        deliver(1, 9);

        routes.close();

        assertThat(files.sequences()).hasSize(9);
        assertThat(topic.sequences()).hasSize(9);
        assertThat(routes.closed()).isTrue();
        assertThatThrownBy(() -> deliver(10, 10)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void markThatComesThroughTheQueueTellsThatAllBeforeItWasDelivered() {
        CountDownLatch expected = routes.expect("b");
        routes.deliver(end("a"));
        assertThat(expected.getCount()).isEqualTo(1);

        routes.deliver(end("b"));
        assertThat(expected.getCount()).isZero();
    }

    @Test
    void troubleAfterTheStopIsReportedToThePlatformsLog() {
        files.failing = true;
        routes.started(SERVER, plan(planned(files, ALL)), serverLog);
        routes.stopped(SERVER);

        deliver(1, 1);

        await(() -> assertThat(platformLog.ids()).containsExactly("AUDIT-LOG-0002"));
        assertThat(serverLog.ids()).isEmpty();
    }

    private void deliver(long from, long to) {
        LongStream.rangeClosed(from, to).mapToObj(AuditRecords::numbered).forEach(this::deliver);
    }

    private void deliver(AuditRecord auditRecord) {
        routes.deliver(auditRecord);
    }

    private static AuditRecord end(String mark) {
        List<AuditRecord> logged = new ArrayList<>();
        AuditSink sink = new AuditSink() {
            @Override
            public String name() {
                return "list";
            }

            @Override
            public boolean accept(AuditRecord auditRecord, Runnable whenRoom) {
                return logged.add(auditRecord);
            }
        };
        AuditRecord base = numbered(1);
        new ServerAuditLog(base.originator(), base.component(), new SettableClock(), List.of(sink))
                .log("close", AuditMessage.AUDIT_LOG_ENDS.with(mark));
        return logged.get(0);
    }

    private AuditDelivery delivery(String destination) {
        return routes.deliveries().stream()
                .filter(delivery -> delivery.destination().equals(SERVER + " " + destination))
                .findFirst()
                .orElseThrow();
    }

    private static ServerPlan plan(DestinationPlan... destinations) {
        return new ServerPlan(Set.of(), ALL, Optional.empty(), Arrays.asList(destinations));
    }

    private static DestinationPlan planned(RecordingDestination destination, Set<Severity> severities) {
        return new DestinationPlan(destination.name(), "place", severities, destination::open);
    }

    private static void await(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(assertion);
    }
}
