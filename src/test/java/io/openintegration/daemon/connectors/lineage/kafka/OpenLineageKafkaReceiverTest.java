package io.openintegration.daemon.connectors.lineage.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.connectors.lineage.SparkEvents;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.spi.LineageReceipt;
import io.openintegration.daemon.spi.LineageReceipt.Outcome;
import io.openintegration.daemon.spi.ReceivedEvent;
import io.openintegration.daemon.testing.FakeLineageIntegratorContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the messages of a topic. */
class OpenLineageKafkaReceiverTest {

    private static final Duration BOUND = Duration.ofSeconds(40);

    private final KafkaWorld world = new KafkaWorld();
    private final FakeLineageIntegratorContext context = new FakeLineageIntegratorContext();
    private LineageIntegratorConnector receiver = world.receiver();

    @AfterEach
    void close() throws IOException {
        receiver.disconnect();
        KafkaWorld.cable().mend();
        KafkaWorld.cable().acceptAgain();
        world.close();
    }

    private Engagement engage() {
        receiver.initialize(context);
        receiver.start();
        return new Engagement(receiver);
    }

    private Engagement engageAnother() {
        receiver = world.receiver();
        return engage();
    }

    private List<String> stored() {
        return context.inbox().waiting(5_000).stream().map(ReceivedEvent::text).toList();
    }

    private void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(BOUND).until(condition);
    }

    private void untilAllIsRead() {
        until(() -> world.committed(world.group()) == world.end());
    }

    @Test
    void eventsAreStoredInTheOrderOfTheTopic() {
        world.produce(SparkEvents.all());
        engage();

        untilAllIsRead();

        assertThat(stored()).isEqualTo(SparkEvents.all());
        assertThat(context.auditLog().ids()).contains("OPEN-LINEAGE-CONNECTORS-0201");
    }

    @Test
    void messageThatIsNoEventIsSkippedByPartitionAndOffsetAndDoesNotBlockTheTopic() {
        world.produce(List.of(SparkEvents.number(1), "{\"eventType\":\"START\"}", SparkEvents.number(2)));
        world.produce(new byte[] {(byte) 0xC3, (byte) 0x28});
        world.produce(List.of(SparkEvents.number(3)));
        engage();

        untilAllIsRead();

        assertThat(stored()).containsExactly(SparkEvents.number(1), SparkEvents.number(2), SparkEvents.number(3));
        assertThat(context.auditLog().entries("OPEN-LINEAGE-CONNECTORS-0202"))
                .extracting(entry -> entry.message().text())
                .hasSize(2)
                .anyMatch(text -> text.contains("partition 0, offset 1:") && text.contains("/eventTime"))
                .anyMatch(text -> text.contains("partition 0, offset 3:") && text.contains("UTF-8"));
    }

    @Test
    void eventsOfJobsThatAreNotAskedForAreReadAndNotStored() {
        Map<String, Object> properties = world.properties();
        properties.put("excludeJobs", "*execute_insert*");
        receiver =
                KafkaWorld.receiver("127.0.0.1:" + KafkaWorld.cable().port(), properties, Optional.empty(), Map.of());
        List<String> others = SparkEvents.all().stream()
                .filter(event -> event.contains(".execute_insert"))
                .toList();
        world.produce(SparkEvents.all());
        engage();

        untilAllIsRead();

        assertThat(others).isNotEmpty();
        assertThat(stored()).isNotEmpty().doesNotContainAnyElementsOf(others);
        assertThat(stored()).hasSize(SparkEvents.all().size() - others.size());
        assertThat(context.auditLog().entries("OPEN-LINEAGE-CONNECTORS-0103")).isNotEmpty();
    }

    @Test
    void batchOfWhichNothingIsAskedForAsksTheDaemonForNothing() {
        Map<String, Object> properties = world.properties();
        properties.put("includeNamespaces", "nobody");
        receiver =
                KafkaWorld.receiver("127.0.0.1:" + KafkaWorld.cable().port(), properties, Optional.empty(), Map.of());
        context.open(events -> LineageReceipt.nothing(Outcome.UNCLAIMED));
        world.produce(SparkEvents.all());
        engage();

        untilAllIsRead();

        assertThat(stored()).isEmpty();
        assertThat(context.auditLog().ids()).doesNotContain("OPEN-LINEAGE-CONNECTORS-0205");
    }

    @Test
    void topicOfSomethingElseDoesNotFillTheAuditLog() {
        IntStream.range(0, 100).forEach(number -> world.produce("x".getBytes(StandardCharsets.UTF_8)));
        engage();

        untilAllIsRead();

        int one = context.auditLog().entries("OPEN-LINEAGE-CONNECTORS-0202").size();
        int more = context.auditLog().entries("OPEN-LINEAGE-CONNECTORS-0203").size();
        assertThat(more).isPositive();
        assertThat(one).isLessThanOrEqualTo((more + 1) * TopicReading.MOST_TOLD);
        assertThat(context.auditLog()
                        .entries()
                        .get(context.auditLog().entries().size() - 1)
                        .message()
                        .text())
                .contains("100 skipped");
    }

    @Test
    void whatIsStoredButNotYetToldToTheBrokerIsReadAgainAndStandsInTheInboxOnce() {
        world.produce(SparkEvents.all());
        context.open(events -> {
            context.store(events);
            throw new IllegalStateException("killed between storing and telling the broker");
        });
        assertThat(engage().end()).isPresent();
        assertThat(stored()).isNotEmpty();
        assertThat(world.committed(world.group())).isZero();

        context.open(context::store);
        engageAnother();
        untilAllIsRead();

        assertThat(stored()).isEqualTo(SparkEvents.all());
    }

    @Test
    void nothingIsToldToTheBrokerThatIsNotStored() {
        world.produce(SparkEvents.all());
        context.open(events -> {
            throw new IllegalStateException("the daemon's database is away");
        });

        assertThat(engage().end()).isPresent();

        assertThat(world.committed(world.group())).isZero();
        assertThat(stored()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"FULL", "UNCLAIMED"})
    void whileEventsAreNotTakenItPausesAndGoesOnByItself(Outcome why) {
        AtomicInteger asked = new AtomicInteger();
        context.open(events -> {
            asked.incrementAndGet();
            return LineageReceipt.nothing(why);
        });
        world.produce(SparkEvents.all());
        Engagement engaged = engage();
        until(() -> asked.get() >= 2);
        assertThat(world.committed(world.group())).isZero();
        // it asks every few seconds, and not all the time
        assertThat(asked.get()).isLessThan(4);

        context.open(context::store);
        untilAllIsRead();

        assertThat(stored()).isEqualTo(SparkEvents.all());
        engaged.requireThatItGoesOn();
        assertThat(context.auditLog().ids())
                .containsOnlyOnce(
                        why == Outcome.FULL ? "OPEN-LINEAGE-CONNECTORS-0204" : "OPEN-LINEAGE-CONNECTORS-0205",
                        "OPEN-LINEAGE-CONNECTORS-0206");
    }

    @Test
    void shortOutageIsWaitedFor() throws IOException {
        Engagement engaged = engage();
        world.produce(List.of(SparkEvents.number(1)));
        untilAllIsRead();

        KafkaWorld.cable().refuse();
        world.produce(List.of(SparkEvents.number(2)));
        KafkaWorld.cable().acceptAgain();
        untilAllIsRead();

        assertThat(stored()).containsExactly(SparkEvents.number(1), SparkEvents.number(2));
        engaged.requireThatItGoesOn();
    }

    @Test
    void brokerThatFallsSilentIsAwayForAsLongAsTheLimitAndThenTheThirdPartysFault() {
        Engagement engaged = engage();
        world.produce(List.of(SparkEvents.number(1)));
        untilAllIsRead();

        KafkaWorld.cable().cut();

        Throwable end = engaged.end().orElseThrow();
        assertThat(end).isInstanceOf(ConnectorException.class);
        assertThat(((ConnectorException) end).origin()).isEqualTo(FailureOrigin.THIRD_PARTY);
        assertThat(end).hasMessageStartingWith("OPEN-LINEAGE-CONNECTORS-503-101");
        assertThat(end.getMessage()).hasLineCount(1);
    }

    @Test
    void disconnectEndsAPollThatWaitsForASilentBroker() {
        Engagement engaged = engage();
        world.produce(List.of(SparkEvents.number(1)));
        untilAllIsRead();
        KafkaWorld.cable().cut();

        receiver.disconnect();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(engaged::hasEnded);
        assertThat(engaged.failure()).isEmpty();
    }

    @Test
    void interruptEndsIt() {
        Engagement engaged = engage();
        world.produce(List.of(SparkEvents.number(1)));
        untilAllIsRead();

        engaged.interrupt();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(engaged::hasEnded);
        assertThat(engaged.failure()).isEmpty();
    }

    @Test
    void topicThatIsMissingIsAMistakeOfTheConfigurationAndIsNotMade() {
        Map<String, Object> properties = world.properties();
        properties.put("topic", world.topic() + "-no");
        receiver = KafkaWorld.receiver(KafkaWorld.broker().address(), properties, Optional.empty(), Map.of());
        receiver.initialize(context);

        ConnectorException failure = catchThrowableOfType(ConnectorException.class, receiver::start);

        assertThat(failure.origin()).isEqualTo(FailureOrigin.CONFIGURATION);
        assertThat(failure).hasMessageStartingWith("OPEN-LINEAGE-CONNECTORS-404-201");
        assertThat(world.topics()).doesNotContain(world.topic() + "-no");
    }
}
