package io.openintegration.daemon.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.StoreEvent;
import io.openintegration.daemon.metadata.StoreEvents;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.Answers;
import io.openintegration.daemon.testing.RecordingAuditLog;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventTopicTest {

    private final Answers answers = new Answers();
    private final RecordingAuditLog log = new RecordingAuditLog();
    private final Deque<Optional<StoreEvents.Reading>> readings = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final Topic destination = answers.as(Topic.class, (method, arguments) -> "the topic");
    /** Of the attempts to send, the first is 1. */
    private final Set<Integer> refused = new HashSet<>();

    private int attempts;

    private final EventTopic topic = new EventTopic(
            new ServerName("store"),
            "changes",
            new ScriptedEvents(),
            answers.as(ConnectionFactory.class, (method, arguments) -> context()),
            log,
            Duration.ofNanos(1));

    @Test
    void eventsArePublishedInTheirOrderUntilTheStoreEnds() {
        readings.add(reading(true, event(1), event(2)));
        readings.add(reading(true));
        readings.add(reading(false, event(3)));
        readings.add(reading(false));

        topic.run();

        assertThat(sent).containsExactly(text(1), text(2), text(3));
        assertThat(asked).containsExactly("start", "place-2", "place-2", "place-3");
        assertThat(answers.calls())
                .contains(
                        "createTopic[changes]",
                        "setDeliveryMode[2]",
                        "setTimeToLive[0]",
                        "setProperty[serverName, store]",
                        "setProperty[eventType, ELEMENT_UPDATED]",
                        "setProperty[typeName, CSVFile]",
                        "setProperty[guid, guid-1]",
                        "setProperty[userId, erin]")
                .endsWith("close[]");
        assertThat(log.ids()).containsExactly("CHANGE-EVENTS-0001");
    }

    @Test
    void whatCouldNotBeSentIsSentAgainAndTroubleIsToldOnce() {
        readings.add(reading(true, event(1), event(2)));
        readings.add(reading(true, event(2)));
        readings.add(reading(true, event(2)));
        readings.add(reading(false));
        refused.addAll(List.of(2, 3));

        topic.run();

        assertThat(sent).containsExactly(text(1), text(2));
        assertThat(asked).containsExactly("start", "place-1", "place-1", "place-2");
        assertThat(log.ids()).containsExactly("CHANGE-EVENTS-0001", "CHANGE-EVENTS-0002", "CHANGE-EVENTS-0003");
    }

    @Test
    void whatWasNotKeptIsToldAsAGap() {
        readings.add(Optional.empty());
        readings.add(reading(true, event(7)));
        readings.add(reading(false));

        topic.run();

        assertThat(sent).containsExactly("the topic: {}", text(7));
        assertThat(answers.calls()).contains("setProperty[eventType, gap]");
        assertThat(asked).containsExactly("start", "now", "place-7");
    }

    @Test
    void whatWasThereWhenItIsToEndIsSent() {
        readings.add(reading(true, event(1)));
        readings.add(reading(true));
        topic.end();

        topic.run();

        assertThat(sent).containsExactly(text(1));
        assertThat(readings).isEmpty();
    }

    @Test
    void aStoreThatEndsWhileNothingCanBeSentDoesNotWait() {
        readings.add(reading(false, event(1)));
        refused.add(1);
        topic.end();

        topic.run();

        assertThat(sent).isEmpty();
        assertThat(log.ids()).containsExactly("CHANGE-EVENTS-0001", "CHANGE-EVENTS-0002", "CHANGE-EVENTS-0004");
    }

    private static Optional<StoreEvents.Reading> reading(boolean open, StoreEvents.Placed... events) {
        return Optional.of(new StoreEvents.Reading(List.of(events), open));
    }

    private static StoreEvents.Placed event(int number) {
        return new StoreEvents.Placed(
                "place-" + number,
                new StoreEvent(
                        StoreEvent.Kind.ELEMENT_UPDATED,
                        new Guid("guid-" + number),
                        new TypeName("CSVFile"),
                        number,
                        Optional.of(new QualifiedName("here::/data/" + number)),
                        Optional.empty(),
                        Optional.empty(),
                        new UserId("erin"),
                        Instant.EPOCH));
    }

    private static String text(int number) {
        return "the topic: " + StoreEventJson.of(event(number).event());
    }

    private JMSContext context() {
        return answers.as(JMSContext.class, (method, arguments) -> switch (method) {
            case "createProducer" -> producer();
            case "createTopic" -> destination;
            default -> null;
        });
    }

    private JMSProducer producer() {
        JMSProducer[] self = new JMSProducer[1];
        self[0] = answers.as(JMSProducer.class, (method, arguments) -> {
            if (method.equals("send")) {
                attempts++;
                if (refused.contains(attempts)) {
                    throw new JMSRuntimeException("broker away");
                }
                sent.add(arguments.get(0) + ": " + arguments.get(1));
            }
            return self[0];
        });
        return self[0];
    }

    /** Hands out the readings, and notes from where they were asked for. */
    private final class ScriptedEvents implements StoreEvents {

        @Override
        public String now() {
            return asked.isEmpty() ? "start" : "now";
        }

        @Override
        public Optional<Reading> after(String place, int most, Duration patience) {
            asked.add(place);
            return readings.remove();
        }
    }
}
